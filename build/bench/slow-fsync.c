/*
 * Makes every fsync and fdatasync as slow as on the disk of an old PC. Preloaded into the processes of the bench by
 * build/bench/old-pc.ts; KN_FSYNC_MS says how many milliseconds are added.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_for_the_disk(void) {
  const char *text = getenv("KN_FSYNC_MS");
  long ms = text == NULL ? 15 : atol(text);
  struct timespec time = {ms / 1000, (ms % 1000) * 1000000L};
  nanosleep(&time, NULL);
}

int fsync(int fd) {
  static int (*next)(int) = NULL;
  if (next == NULL) next = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
  wait_for_the_disk();
  return next(fd);
}

int fdatasync(int fd) {
  static int (*next)(int) = NULL;
  if (next == NULL) next = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
  wait_for_the_disk();
  return next(fd);
}
