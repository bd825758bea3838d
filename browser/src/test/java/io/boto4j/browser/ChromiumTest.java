package io.boto4j.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChromiumTest {
  @TempDir private Path folder;

  @Test
  void find_withoutDriver_isNull() throws IOException {
    program("chromium");
    assertThat(Chromium.find(folder.toString())).isNull();
  }

  @Test
  void find_bothInDifferentFolders_areFound() throws IOException {
    Path browser = program("chromium");
    Path other = Files.createDirectory(folder.resolve("other"));
    folder = other;
    Path driver = program("chromedriver");
    assertThat(Chromium.find(other.getParent() + File.pathSeparator + other))
        .isEqualTo(new Chromium(browser, driver));
  }

  @Test
  void find_emptyPath_isNull() {
    assertThat(Chromium.find("")).isNull();
  }

  private Path program(String name) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
