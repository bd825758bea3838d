package io.boto4j.reference.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class MainTest {
  private final StringWriter err = new StringWriter();
  private final StringWriter out = new StringWriter();

  @Test
  void serve_portThatIsNoNumber_isMisuse() {
    assertThat(run("--port", "http")).isEqualTo(2);
    assertThat(err.toString()).contains("--port").contains("--help");
  }

  @Test
  void serve_portOutOfRange_isMisuse() {
    assertThat(run("--port", "70000")).isEqualTo(2);
    assertThat(err.toString()).contains("between 0 and 65535");
  }

  @Test
  void serve_portInUse_namesTheOption() throws IOException {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      assertThat(run("--port", String.valueOf(taken.getLocalPort()))).isEqualTo(1);
    }
    assertThat(err.toString()).contains("cannot be used").contains("--port 0");
  }

  @Test
  void export_toFolderWithOtherFiles_fails(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("other.txt"), "");
    assertThat(run("export", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("has other files");
  }

  @Test
  void export_withoutFolder_isMisuse() {
    assertThat(run("export")).isEqualTo(2);
    assertThat(err.toString()).contains("DIR");
  }

  @Test
  void models_thatAreNoFolder_areMisuse(@TempDir Path folder) {
    Path missing = folder.resolve("missing");
    assertThat(run("export", folder.resolve("site").toString(), "--models", missing.toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("is not a folder");
  }

  @Test
  void help_listsOptionsAndCommands() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("--port", "--models", "export");
  }

  private int run(String... args) {
    CommandLine commandLine = Main.commandLine();
    commandLine.setErr(new PrintWriter(err, true));
    commandLine.setOut(new PrintWriter(out, true));
    return commandLine.execute(args);
  }
}
