package io.boto4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.boto4j.credentials.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Roles that are assumed at moto's STS; needs the Python package moto. */
@Timeout(120)
final class MotoStsTest {
  private static final String ARN = "arn:aws:iam::123456789012:role/reader";

  @TempDir Path folder;

  @Test
  void roles_ofMoto_areAssumedAndChained() throws Exception {
    int port = freePort();
    Process moto = start(port);
    try {
      assumeTrue(answers(port, moto), "python3 has no moto");
      Homes home =
          new Homes(folder)
              .env("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:" + port)
              .credentials("[base]\naws_access_key_id = AKIDBASE\naws_secret_access_key = s\n")
              .config("[profile r]\nrole_arn = " + ARN + "\nsource_profile = base\n")
              .file("token", "a.jwt.token");
      Session session = home.session().profile("r").build();

      Credentials role = session.credentials().credentials();
      Credentials next =
          session.assumeRole(ARN, o -> o.roleSessionName("me")).credentials().credentials();
      Structure identity = session.client("sts").call("GetCallerIdentity");
      home.env("AWS_WEB_IDENTITY_TOKEN_FILE", home.path("token").toString())
          .env("AWS_ROLE_ARN", ARN);
      Credentials web = home.session().build().credentials().credentials();

      assertThat(role.accessKeyId()).startsWith("ASIA");
      assertThat(role.accountId()).isEqualTo("123456789012");
      assertThat(role.expiration()).isNotNull();
      assertThat(next.accessKeyId()).startsWith("ASIA").isNotEqualTo(role.accessKeyId());
      assertThat(identity.text("Arn")).contains("assumed-role/reader/botocore-session-");
      assertThat(web.accessKeyId()).startsWith("ASIA");
    } finally {
      moto.destroy();
      moto.waitFor();
    }
  }

  private Process start(int port) throws IOException {
    try {
      return new ProcessBuilder(
              "python3", "-m", "moto.server", "-H", "127.0.0.1", "-p", String.valueOf(port))
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("moto.log").toFile())
          .start();
    } catch (IOException e) {
      assumeTrue(false, "no python3");
      throw e;
    }
  }

  /** Waits until it listens, or has ended because moto is not installed. */
  private static boolean answers(int port, Process moto) throws Exception {
    while (moto.isAlive()) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return true;
      } catch (IOException e) {
        boolean ended = moto.waitFor(50, TimeUnit.MILLISECONDS);
        if (ended) {
          return false;
        }
      }
    }
    return false;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
