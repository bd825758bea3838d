package io.boto4j.local.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class TemporaryTest {
  @Test
  void delete_directoryWithFiles_isGone() throws IOException {
    Path directory = Temporary.create();
    Files.writeString(directory.resolve("file"), "text");

    Temporary.delete(directory);

    assertThat(directory).doesNotExist();
  }

  /** The hook of the process and a program's own hook both delete, at the same time. */
  @Test
  void delete_secondTime_leavesThePathToTheFirst() throws IOException {
    Path directory = Temporary.create();
    Temporary.delete(directory);
    Files.createDirectory(directory);

    Temporary.delete(directory);

    assertThat(directory).exists();
    Files.delete(directory);
  }
}
