package io.boto4j.internal.transport;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Files of certificates, made by the JDK's keytool. */
final class TrustStores {
  static final String PASSWORD = "changeit";

  private final Path folder;

  TrustStores(Path folder) {
    this.folder = folder;
  }

  /** Creates a self-signed certificate, and returns it. */
  X509Certificate selfSigned(String alias, String name) throws Exception {
    Path keys = folder.resolve(alias + ".keys");
    keytool(
        keys,
        "-genkeypair",
        "-keyalg",
        "EC",
        "-alias",
        alias,
        "-dname",
        name,
        "-ext",
        "SAN=dns:localhost",
        "-validity",
        "3650");
    Path pem = folder.resolve(alias + ".pem");
    keytool(keys, "-exportcert", "-rfc", "-alias", alias, "-file", pem.toString());
    return PemFile.read(pem, "test").certificates("test").get(0);
  }

  Path pem(String alias) {
    return folder.resolve(alias + ".pem");
  }

  /** Creates a trust store with certificates of {@link #selfSigned}. */
  Path store(String name, List<String> aliases, String... options) throws Exception {
    Path store = folder.resolve(name);
    for (String alias : aliases) {
      List<String> command = new ArrayList<>(List.of(options));
      command.addAll(List.of("-importcert", "-noprompt", "-alias", alias));
      command.addAll(List.of("-file", pem(alias).toString()));
      keytool(store, command.toArray(new String[0]));
    }
    return store;
  }

  void keytool(Path store, String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    Collections.addAll(command, options);
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool failed: " + command);
    }
  }

  /** Returns the certificates that the JDK finds in a trust store, in DER. */
  static List<byte[]> byTheJdk(Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("JKS"); // which reads both formats
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, null);
    }
    List<byte[]> certificates = new ArrayList<>();
    for (String alias : Collections.list(store.aliases())) {
      certificates.add(store.getCertificate(alias).getEncoded());
    }
    return certificates;
  }
}
