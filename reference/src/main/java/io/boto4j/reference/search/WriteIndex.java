package io.boto4j.reference.search;

import io.boto4j.model.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The program that writes the index of all services when the jar is built. */
public final class WriteIndex {
  private WriteIndex() {}

  /**
   * Writes the index.
   *
   * @param args the folder to write to, which is created
   * @throws IOException if a file cannot be written
   */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    for (Map.Entry<String, byte[]> file : SearchIndex.of(ModelLoader.builtIn()).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }
}
