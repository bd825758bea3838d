package io.boto4j.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class TemporaryTest {
  @Test
  void delete_directoryWithFiles_isGone() throws IOException {
    Path directory = Temporary.create();
    Files.writeString(directory.resolve("file"), "text");

    Temporary.delete(directory);

    assertThat(directory).doesNotExist();
  }

  /** A server wrote again after the first deletion, in a process that ends. */
  @Test
  void delete_secondTime_deletesWhatIsNew() throws IOException {
    Path directory = Temporary.create();
    Temporary.delete(directory);
    Files.createDirectory(directory);
    Files.writeString(directory.resolve("file"), "text");

    Temporary.delete(directory);

    assertThat(directory).doesNotExist();
  }

  /** The hook of the process and a program's own hook both delete. */
  @Test
  void delete_twiceAtTheSameTime_isGone() throws Exception {
    Path directory = Temporary.create();
    for (int i = 0; i < 500; i++) {
      Path folder = Files.createDirectories(directory.resolve("folder" + i % 20));
      Files.writeString(folder.resolve("file" + i), "text");
    }
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> one = threads.submit(() -> Temporary.delete(directory));
      Future<?> other = threads.submit(() -> Temporary.delete(directory));
      one.get();
      other.get();
    } finally {
      threads.shutdownNow();
    }
    Temporary.delete(directory);
    assertThat(directory).doesNotExist();
  }
}
