package io.boto4j.internal.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A server's certificate for localhost with an elliptic-curve key, and clients' certificates with
 * an RSA and an elliptic-curve key, as PEM files; and a context with the server's key that trusts
 * the clients.
 */
final class PemFixtures {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path folder;
  private final KeyStore keys;

  PemFixtures(Path folder) throws Exception {
    this.folder = folder;
    Path file = folder.resolve("keys.p12");
    generate(file, "server", "EC", "localhost");
    generate(file, "rsa", "RSA", "rsa client");
    generate(file, "ec", "EC", "ec client");
    keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
  }

  private static void generate(Path file, String alias, String algorithm, String name)
      throws Exception {
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                List.of(
                    keytool,
                    "-genkeypair",
                    "-alias",
                    alias,
                    "-keyalg",
                    algorithm,
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "SAN=dns:localhost",
                    "-validity",
                    "3650",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    new String(PASSWORD),
                    "-keystore",
                    file.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
  }

  SSLContext serverContext() throws Exception {
    KeyStore own = empty();
    own.setEntry(
        "server",
        keys.getEntry("server", new KeyStore.PasswordProtection(PASSWORD)),
        new KeyStore.PasswordProtection(PASSWORD));
    KeyStore trusted = empty();
    trusted.setCertificateEntry("rsa", keys.getCertificate("rsa"));
    trusted.setCertificateEntry("ec", keys.getCertificate("ec"));
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(own, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore empty() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }

  String certificate(String alias) throws Exception {
    return "# Subject: "
        + alias
        + "\n"
        + block("CERTIFICATE", keys.getCertificate(alias).getEncoded());
  }

  String pkcs8(String alias) throws Exception {
    return block("PRIVATE KEY", keys.getKey(alias, PASSWORD).getEncoded());
  }

  /** Returns the bare RSA key, which is at the end of its PKCS #8 form. */
  String pkcs1() throws Exception {
    byte[] whole = keys.getKey("rsa", PASSWORD).getEncoded();
    // A sequence, a version, an algorithm of 15 bytes, and the head of the octets: 4 + 3 + 15 + 4.
    byte[] inner = java.util.Arrays.copyOfRange(whole, 26, whole.length);
    return block("RSA PRIVATE KEY", inner);
  }

  /** Returns the key as {@code openssl ecparam -genkey} writes it, after a block of the curve. */
  String sec1() throws Exception {
    ECPrivateKey key = (ECPrivateKey) keys.getKey("ec", PASSWORD);
    byte[] pkcs8 = key.getEncoded();
    // The curve's name follows that of the algorithm, which has 9 bytes.
    int at = 2 + (pkcs8[1] < 0 ? pkcs8[1] & 0x7f : 0) + 3 + 2 + 9;
    byte[] curve = java.util.Arrays.copyOfRange(pkcs8, at, at + 2 + pkcs8[at + 1]);
    int size = (key.getParams().getOrder().bitLength() + 7) / 8;
    byte[] secret = new byte[size];
    byte[] number = key.getS().toByteArray();
    int length = Math.min(size, number.length);
    System.arraycopy(number, number.length - length, secret, size - length, length);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(new byte[] {0x02, 0x01, 0x01, 0x04, (byte) size});
    body.writeBytes(secret);
    body.writeBytes(new byte[] {(byte) 0xa0, (byte) curve.length});
    body.writeBytes(curve);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(new byte[] {0x30, (byte) body.size()});
    all.writeBytes(body.toByteArray());
    return block("EC PARAMETERS", curve) + block("EC PRIVATE KEY", all.toByteArray());
  }

  Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII);
  }

  static String block(String name, byte[] der) {
    return "-----BEGIN "
        + name
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + name
        + "-----\n";
  }
}
