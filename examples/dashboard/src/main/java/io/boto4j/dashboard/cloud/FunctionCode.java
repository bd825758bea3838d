package io.boto4j.dashboard.cloud;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The function's code as Lambda takes it: a ZIP file with the classes, and with the jars of boto4j
 * in {@code lib/}. Lambda brings everything else.
 */
final class FunctionCode {
  private static final List<Class<?>> CLASSES =
      List.of(NightlyStop.class, History.class, History.Entry.class);

  /** A file in each jar: of the client, of the models' reader, and of the models. */
  private static final List<String> JARS =
      List.of(
          "io/boto4j/Client.class",
          "io/boto4j/model/ServiceModel.class",
          "META-INF/boto4j/models/rds.pack");

  private FunctionCode() {}

  static byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Class<?> each : CLASSES) {
        String file = each.getName().replace('.', '/') + ".class";
        add(zip, file, resource(file));
      }
      for (String file : JARS) {
        URL jar = jar(resource(file));
        add(zip, "lib/" + Path.of(jar.getPath()).getFileName(), jar);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void add(ZipOutputStream zip, String name, URL content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    try (InputStream in = content.openStream()) {
      in.transferTo(zip);
    }
  }

  private static URL resource(String name) {
    return Objects.requireNonNull(FunctionCode.class.getClassLoader().getResource(name), name);
  }

  private static URL jar(URL file) throws IOException {
    if (file.openConnection() instanceof JarURLConnection connection) {
      return connection.getJarFileURL();
    }
    throw new IllegalStateException(
        "boto4j must be in jars to become part of the function, and not in " + file);
  }
}
