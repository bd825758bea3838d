package io.boto4j.benchmarks.coldstart;

import io.boto4j.benchmarks.run.Jdk;
import io.boto4j.benchmarks.run.Program;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate for localhost, and trust stores that contain it together with all the roots of a
 * real program, because reading these is part of a cold start. All files are in one temporary
 * folder.
 */
final class LocalTrust {
  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final Path keys;
  private final Path certificate;

  private LocalTrust(Path folder) {
    this.folder = folder;
    this.keys = folder.resolve("server.p12");
    this.certificate = folder.resolve("server.pem");
  }

  /** Creates a certificate with an RSA key of 2048 bits, as AWS's own endpoints have. */
  static LocalTrust create(Jdk jdk, Path folder) throws IOException {
    LocalTrust trust = new LocalTrust(folder);
    String keytool = jdk.program("keytool");
    String store = trust.keys.toString();
    run(
        keytool,
        "-genkeypair",
        "-alias",
        "server",
        "-keyalg",
        "RSA",
        "-keysize",
        "2048",
        "-dname",
        "CN=localhost",
        "-ext",
        "san=dns:localhost,ip:127.0.0.1",
        "-validity",
        "2",
        "-storetype",
        "PKCS12",
        "-keystore",
        store,
        "-storepass",
        PASSWORD);
    run(
        keytool,
        "-exportcert",
        "-rfc",
        "-alias",
        "server",
        "-keystore",
        store,
        "-storepass",
        PASSWORD,
        "-file",
        trust.certificate.toString());
    return trust;
  }

  ServerSocketFactory serverSockets() throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(keys)) {
      store.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context.getServerSocketFactory();
  }

  /** Returns a file with the JDK's own roots, in its own format, and the certificate. */
  Path trustStore(Jdk jdk) throws IOException {
    Path copy = folder.resolve("cacerts-" + jdk.version());
    Files.copy(jdk.trustStore(), copy);
    run(
        jdk.program("keytool"),
        "-importcert",
        "-noprompt",
        "-alias",
        "boto4j-benchmarks",
        "-file",
        certificate.toString(),
        "-keystore",
        copy.toString(),
        "-storepass",
        PASSWORD);
    return copy;
  }

  /** Returns a file with botocore's roots and the certificate. */
  Path bundle(Path roots) throws IOException {
    Path copy = folder.resolve("ca-bundle.pem");
    Files.writeString(copy, Files.readString(roots) + "\n" + Files.readString(certificate));
    return copy;
  }

  private static void run(String... command) throws IOException {
    Program.output(command);
  }
}
