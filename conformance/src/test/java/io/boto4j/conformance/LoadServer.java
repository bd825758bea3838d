package io.boto4j.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** The server of the load suite, whose responses name their request. */
final class LoadServer {
  private static final int BACKLOG = 512;
  private static final Pattern KEY = Pattern.compile("\"S\": ?\"([^\"|]*)\\|(\\d+)\\|");
  private static final char[] PASSWORD = "changeit".toCharArray();

  private LoadServer() {}

  /** Returns a response that repeats the id in the request's body, and is as long as it demands. */
  static byte[] respond(String head, byte[] request) throws IOException {
    Matcher key = KEY.matcher(new String(request, StandardCharsets.ISO_8859_1));
    if (!key.find() || !head.contains("X-Call: " + key.group(1) + "\r\n")) {
      throw new IOException("The head and the body are of different requests: " + head);
    }
    String table = key.group(1) + "|" + "t".repeat(Integer.parseInt(key.group(2)));
    String body = "{\"ConsumedCapacity\": {\"TableName\": \"" + table + "\"}}";
    byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);
    CRC32 crc = new CRC32();
    crc.update(bytes);
    String text =
        "HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.0\r\nx-amz-crc32: "
            + crc.getValue()
            + "\r\nContent-Length: "
            + bytes.length
            + "\r\n\r\n"
            + body;
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static ServerSocket listen(SSLContext tls) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    return tls == null
        ? new ServerSocket(0, BACKLOG, here)
        : tls.getServerSocketFactory().createServerSocket(0, BACKLOG, here);
  }

  /** Creates a certificate for 127.0.0.1, and writes it to {@link #certificate}. */
  static SSLContext tls(Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve("keys.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost,ip:127.0.0.1",
            "-storetype",
            "PKCS12",
            "-storepass",
            new String(PASSWORD),
            "-keystore",
            file.toString());
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IOException("keytool failed");
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    String pem =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder().encodeToString(keys.getCertificate("server").getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    Files.writeString(certificate(folder), pem);
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), null, null);
    return context;
  }

  static Path certificate(Path folder) {
    return folder.resolve("certificate.pem");
  }
}
