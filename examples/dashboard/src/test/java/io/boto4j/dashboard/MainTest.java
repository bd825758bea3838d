package io.boto4j.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class MainTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final CommandLine commandLine =
      Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

  @Test
  void help_ofTheCommand_listsTheOptions() {
    assertThat(commandLine.execute("--help")).isZero();
    assertThat(out.toString()).contains("--aws", "--port", "--admin-email");
  }

  @Test
  void option_unknown_isReported() {
    assertThat(commandLine.execute("--prot", "1")).isEqualTo(2);
    assertThat(err.toString()).contains("--prot");
  }

  @Test
  void adminEmail_thatIsNoAddress_isReported() {
    assertThat(commandLine.execute("--admin-email", "ada")).isEqualTo(2);
    assertThat(err.toString()).contains("'ada' is not an e-mail address");
  }

  @Test
  void port_taken_isReported() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int status = commandLine.execute("--port", String.valueOf(taken.getLocalPort()));

      assertThat(status).isEqualTo(1);
      assertThat(err.toString())
          .isEqualTo(
              "dashboard: the port is taken. --port 0 finds a free one." + System.lineSeparator());
    }
  }

  @Test
  void aws_withoutRegion_isReported() {
    assertThat(commandLine.execute("--aws", "--port", "0")).isEqualTo(1);
    assertThat(err.toString()).startsWith("dashboard: You must specify a region.");
  }
}
