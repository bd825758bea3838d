package io.boto4j.modelcompiler.source;

import io.boto4j.model.ModelException;
import io.boto4j.model.smithy.SmithyService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Smithy models in a file: one in JSON, or those that the manifest of a jar lists. */
final class SmithyFile {
  private static final String FOLDER = "META-INF/smithy/";
  private static final int MAX_BYTES = 64 << 20;

  private SmithyFile() {}

  /**
   * Reads the services of all models.
   *
   * @param file the file in JSON, or the jar
   * @return the services, at least one
   * @throws ModelException if there is no Smithy model in JSON, or it is not valid
   */
  static List<SmithyService> read(Path file) {
    List<SmithyService> services = file.toString().endsWith(".jar") ? ofJar(file) : ofJson(file);
    if (services.isEmpty()) {
      throw new ModelException("no service in the Smithy models of " + file, null);
    }
    return services;
  }

  private static List<SmithyService> ofJson(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new ModelException(file + " has more than " + MAX_BYTES + " bytes", null);
      }
      return SmithyService.read(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new ModelException("cannot read " + file + ": " + e, e);
    }
  }

  private static List<SmithyService> ofJar(Path jar) {
    List<SmithyService> services = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      String manifest = new String(content(zip, jar, "manifest"), StandardCharsets.UTF_8);
      for (String line : manifest.lines().toList()) {
        if (line.endsWith(".json")) {
          services.addAll(SmithyService.read(jar + "!/" + FOLDER + line, content(zip, jar, line)));
        }
      }
    } catch (IOException e) {
      throw new ModelException("cannot read " + jar + ": " + e, e);
    }
    return services;
  }

  private static byte[] content(ZipFile zip, Path jar, String name) throws IOException {
    ZipEntry entry = zip.getEntry(FOLDER + name);
    if (entry == null) {
      throw new ModelException("no Smithy models: " + jar + " has no " + FOLDER + name, null);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new ModelException(
            jar + "!/" + FOLDER + name + " has more than " + MAX_BYTES + " bytes", null);
      }
      return bytes;
    }
  }
}
