package io.boto4j.benchmarks.run;

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
public final class LocalTrust {
  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final Path keys;
  private final Path certificate;

  private LocalTrust(Path folder) {
    this.folder = folder;
    this.keys = folder.resolve("server.p12");
    this.certificate = folder.resolve("server.pem");
  }

  /**
   * Creates a certificate with an RSA key of 2048 bits, as AWS's own endpoints have.
   *
   * @param jdk the JDK whose keytool creates it
   * @param folder the folder for all files
   * @return the certificate
   * @throws IOException if keytool fails
   */
  public static LocalTrust create(Jdk jdk, Path folder) throws IOException {
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

  /**
   * Returns a factory of server sockets that present the certificate.
   *
   * @return the factory
   * @throws IOException if the file cannot be read
   * @throws GeneralSecurityException if this JVM cannot serve TLS
   */
  public ServerSocketFactory serverSockets() throws IOException, GeneralSecurityException {
    return serverSockets(keys);
  }

  /**
   * Returns the file with the certificate and its private key.
   *
   * @return a PKCS #12 file
   */
  public Path keys() {
    return keys;
  }

  /**
   * Returns a factory of server sockets that present the certificate in a file.
   *
   * @param keys the file, from {@link #keys()}
   * @return the factory
   * @throws IOException if the file cannot be read
   * @throws GeneralSecurityException if this JVM cannot serve TLS
   */
  public static ServerSocketFactory serverSockets(Path keys)
      throws IOException, GeneralSecurityException {
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

  /**
   * Returns a file with the JDK's own roots, in its own format, and the certificate.
   *
   * @param jdk the JDK
   * @return the trust store
   * @throws IOException if it cannot be created
   */
  public Path trustStore(Jdk jdk) throws IOException {
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

  /**
   * Returns a file with botocore's roots and the certificate.
   *
   * @param roots the roots, in PEM
   * @return the file
   * @throws IOException if it cannot be created
   */
  public Path bundle(Path roots) throws IOException {
    Path copy = folder.resolve("ca-bundle.pem");
    Files.writeString(copy, Files.readString(roots) + "\n" + Files.readString(certificate));
    return copy;
  }

  /**
   * Returns a file with the certificate alone.
   *
   * @return a PEM file
   */
  public Path certificate() {
    return certificate;
  }

  private static void run(String... command) throws IOException {
    Program.output(command);
  }
}
