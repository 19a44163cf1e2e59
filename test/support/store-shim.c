/*
 * A disk that fails under SQLite, which opens its files by itself and not through our Disk. Preloaded into a process, it
 * counts writes, cuts and syncs of files below SHIM_DIR and strikes at one of them: with an error, or with a kill before or
 * after the operation. Which one, and how, stands in a small file that the test writes while the process runs.
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

/* Shared with the test: operations so far, the one to strike at (0 = none), and how (0 = kill before, -1 = kill after, else an errno). */
struct plan {
  volatile int64_t seen;
  volatile int64_t at;
  volatile int64_t how;
};

static struct plan *plan;
static const char *home;

__attribute__((constructor)) static void begin(void) {
  const char *file = getenv("SHIM_PLAN");
  home = getenv("SHIM_DIR");
  if (file == NULL || home == NULL) return;
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
  return strncmp(path, home, strlen(home)) == 0 && strstr(path, "store.db") != NULL && strstr(path, "-shm") == NULL;
}

/* 1 where the operation is to fail with errno; -1 where the process dies after it. */
static int strikes(int fd) {
  if (!is_ours(fd)) return 0;
  int64_t number = __sync_add_and_fetch(&plan->seen, 1);
  if (plan->at == 0 || number != plan->at) return 0;
  if (plan->how == 0) kill(getpid(), SIGKILL);
  if (plan->how < 0) return -1;
  errno = (int)plan->how;
  return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define GUARD(fd, call)                        \
  int struck = strikes(fd);                    \
  if (struck > 0) return -1;                   \
  __auto_type result = call;                   \
  if (struck < 0) kill(getpid(), SIGKILL);     \
  return result

ssize_t write(int fd, const void *bytes, size_t count) { GUARD(fd, REAL(write)(fd, bytes, count)); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { GUARD(fd, REAL(pwrite)(fd, bytes, count, at)); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) { GUARD(fd, REAL(pwrite64)(fd, bytes, count, at)); }
int fsync(int fd) { GUARD(fd, REAL(fsync)(fd)); }
int fdatasync(int fd) { GUARD(fd, REAL(fdatasync)(fd)); }
int ftruncate(int fd, off_t length) { GUARD(fd, REAL(ftruncate)(fd, length)); }
int ftruncate64(int fd, off64_t length) { GUARD(fd, REAL(ftruncate64)(fd, length)); }
