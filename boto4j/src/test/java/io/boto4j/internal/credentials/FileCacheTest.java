package io.boto4j.internal.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileCacheTest {
  @TempDir Path home;

  @Test
  void written_isReadBack_andNothingElseIsLeft() throws IOException {
    Path folder = home.resolve(".aws").resolve("cache");
    FileCache cache = new FileCache(folder);

    cache.write("a-1", Map.of("x", "ü", "n", List.of(1, true)));
    cache.write("a-1", Map.of("x", "second"));

    assertThat(cache.read("a-1")).isEqualTo(Map.of("x", "second"));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(cache.file("a-1"));
    }
    cache.remove("a-1");
    cache.remove("a-1");
    assertThat(cache.read("a-1")).isNull();
  }

  @Test
  void fileAndFolders_areTheOwnersAlone() throws IOException {
    assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path folder = home.resolve("one").resolve("two");
    FileCache cache = new FileCache(folder);
    cache.write("k", Map.of());

    assertThat(permissions(cache.file("k"))).isEqualTo("rw-------");
    assertThat(permissions(folder)).isEqualTo("rwx------");
    assertThat(permissions(home.resolve("one"))).isEqualTo("rwx------");

    Files.setPosixFilePermissions(cache.file("k"), PosixFilePermissions.fromString("rw-rw-rw-"));
    cache.write("k", Map.of("x", 1));
    assertThat(permissions(cache.file("k"))).as("written anew").isEqualTo("rw-------");
  }

  @Test
  void symbolicLink_isReplacedAndNotWrittenThrough() throws IOException {
    assumeTrue(home.getFileSystem().supportedFileAttributeViews().contains("posix"));
    Path target = Files.writeString(home.resolve("precious"), "{\"x\": 1}");
    FileCache cache = new FileCache(home.resolve("cache"));
    Files.createDirectories(home.resolve("cache"));
    Files.createSymbolicLink(cache.file("k"), target);

    cache.write("k", Map.of("x", 2));

    assertThat(target).hasContent("{\"x\": 1}");
    assertThat(Files.isSymbolicLink(cache.file("k"))).isFalse();
    assertThat(cache.read("k")).containsKey("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"x\"", "null", "{} {}", "{\"a\": }", "\u0000"})
  void brokenFile_isNotThere(String text) throws IOException {
    FileCache cache = new FileCache(home);
    Files.writeString(cache.file("k"), text);

    assertThat(cache.read("k")).isNull();
  }

  @Test
  void hugeOrDeepOrNoFile_isNotThere() throws IOException {
    FileCache cache = new FileCache(home);
    Files.writeString(cache.file("huge"), "{\"x\": \"" + "y".repeat(1 << 20) + "\"}");
    Files.writeString(cache.file("deep"), "{\"x\":" + "[".repeat(100_000));
    Files.createDirectory(cache.file("folder"));

    assertThat(cache.read("huge")).isNull();
    assertThat(cache.read("deep")).isNull();
    assertThat(cache.read("folder")).isNull();
    assertThat(new FileCache(home.resolve("none")).read("k")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "a/b", "a\\b", "C:x", "a.b", "a\0", "ä"})
  void key_thatIsNoPlainName_isRefused(String key) {
    assertThatThrownBy(() -> new FileCache(home).file(key))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void folderThatCannotBeMade_isAnErrorAndLeavesNothing() throws IOException {
    Path file = Files.writeString(home.resolve("file"), "x");

    assertThatThrownBy(() -> new FileCache(file).write("k", Map.of()))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("x");
  }

  @Test
  void readers_whileOthersWrite_neverSeeAPart() throws Exception {
    FileCache cache = new FileCache(home);
    String text = "z".repeat(50_000);
    cache.write("k", Map.of("x", text));
    AtomicReference<Throwable> failure = new AtomicReference<>();
    List<Thread> writers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Thread writer =
          new Thread(
              () -> {
                try {
                  for (int j = 0; j < 25; j++) {
                    cache.write("k", Map.of("x", text));
                  }
                } catch (IOException e) {
                  failure.set(e);
                }
              });
      writer.start();
      writers.add(writer);
    }
    boolean running = true;
    while (running) {
      running = false;
      for (Thread writer : writers) {
        running |= writer.isAlive();
      }
      assertThat(cache.read("k")).isEqualTo(Map.of("x", text));
    }
    assertThat(failure).hasNullValue();
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
