package io.boto4j.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.boto4j.error.CallInterruptedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class InputBytesTest {
  private static final int MOST = 20_000;

  @TempDir Path folder;

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    for (int i = 0; i < size; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8191, 8192, 8193, 16_384, MOST - 1, MOST})
  void streamAndFile_withinTheLimit_areReadWhole(int size) throws IOException {
    byte[] bytes = bytes(size);
    assertThat(InputBytes.read(new ByteArrayInputStream(bytes), MOST)).isEqualTo(bytes);
    Path file = Files.write(folder.resolve("f"), bytes);
    assertThat(InputBytes.read(file, MOST)).isEqualTo(bytes);
  }

  @Test
  void stream_beyondTheLimit_isRejected() {
    assertThatThrownBy(() -> InputBytes.read(new ByteArrayInputStream(bytes(MOST + 1)), MOST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "The bytes to send are more than 20000, an eighth of the heap: a member that is not the"
                + " whole body is read into memory");
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 1;
          }
        };
    assertThatThrownBy(() -> InputBytes.read(endless, MOST)).hasMessageContaining("20000");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void device_withoutEnd_isRejected() {
    assertThatThrownBy(() -> InputBytes.read(Path.of("/dev/zero"), MOST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20000");
  }

  @Test
  void interruptedThread_stopsReading_andKeepsItsFlag() {
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(() -> InputBytes.read(new ByteArrayInputStream(bytes(1)), MOST))
          .isInstanceOf(CallInterruptedException.class);
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void missingFile_isAnError() {
    assertThatThrownBy(() -> InputBytes.read(folder.resolve("none"), MOST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Cannot read the bytes to send: ");
  }
}
