/*
 * A disk that fails under what our Disk does not see: SQLite, which opens its files by itself, and what Node makes of the
 * system's own answers. Preloaded into a process, it counts writes, cuts and syncs (where told to, reads too) of the files
 * below SHIM_DIR whose path has SHIM_NAME in it, and strikes at one of them or at all from one on: with an error, with half
 * of what was asked for, or with a kill before or after. Which one, and how, stands in a small file that the test writes
 * while the process runs.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <unistd.h>

/* How to strike, where it is not an errno. */
enum { KILL_BEFORE = 0, KILL_AFTER = -1, HALF = -2, NOT = -3 };

/* Shared with the test: operations so far, the one to strike at (0 = none), how, and whether all after it are struck too. */
struct plan {
  volatile int64_t seen;
  volatile int64_t at;
  volatile int64_t how;
  volatile int64_t lasts;
};

static struct plan *plan;
static const char *home;
static const char *name;
static int counts_reads;

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("SHIM_PLAN");
  home = getenv("SHIM_DIR");
  name = getenv("SHIM_NAME");
  counts_reads = getenv("SHIM_READS") != NULL;
  if (file == NULL || home == NULL || name == NULL) return;
  int fd = open(file, O_RDWR);
  if (fd < 0) return;
  void *shared = mmap(NULL, sizeof(struct plan), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close(fd);
  if (shared != MAP_FAILED) plan = shared;
}

static int is_ours(int fd) {
  char link[64], path[4096];
  if (plan == NULL) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strncmp(path, home, strlen(home)) == 0 && strstr(path, name) != NULL && strstr(path, "-shm") == NULL;
}

/* How this operation is struck, or NOT. */
static int64_t strikes(int fd) {
  if (!is_ours(fd)) return NOT;
  int64_t number = __sync_add_and_fetch(&plan->seen, 1);
  if (plan->at == 0 || number < plan->at || (number > plan->at && !plan->lasts)) return NOT;
  if (plan->how == KILL_BEFORE) kill(getpid(), SIGKILL);
  return plan->how;
}

static size_t half_of(size_t count) { return count > 1 ? count / 2 : count; }

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define GUARD(struck, call)                            \
  if (struck > 0) {                                    \
    errno = (int)struck;                               \
    return -1;                                         \
  }                                                    \
  __auto_type result = call;                           \
  if (struck == KILL_AFTER) kill(getpid(), SIGKILL);   \
  return result
#define MOVE(counts, call)                             \
  int64_t struck = (counts) ? strikes(fd) : NOT;       \
  if (struck == HALF) count = half_of(count);          \
  GUARD(struck, call)
#define STEP(call)                                     \
  int64_t struck = strikes(fd);                        \
  GUARD(struck, call)

ssize_t write(int fd, const void *bytes, size_t count) { MOVE(1, REAL(write)(fd, bytes, count)); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { MOVE(1, REAL(pwrite)(fd, bytes, count, at)); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { MOVE(1, REAL(pwrite64)(fd, bytes, count, at)); }
ssize_t read(int fd, void *bytes, size_t count) { MOVE(counts_reads, REAL(read)(fd, bytes, count)); }
ssize_t pread(int fd, void *bytes, size_t count, off_t at) { MOVE(counts_reads, REAL(pread)(fd, bytes, count, at)); }
ssize_t pread64(int fd, void *bytes, size_t count, off64_t at) { MOVE(counts_reads, REAL(pread64)(fd, bytes, count, at)); }
int fsync(int fd) { STEP(REAL(fsync)(fd)); }
int fdatasync(int fd) { STEP(REAL(fdatasync)(fd)); }
int ftruncate(int fd, off_t length) { STEP(REAL(ftruncate)(fd, length)); }
int ftruncate64(int fd, off64_t length) { STEP(REAL(ftruncate64)(fd, length)); }
