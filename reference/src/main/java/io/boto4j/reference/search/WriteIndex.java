package io.boto4j.reference.search;

import io.boto4j.model.ModelLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

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
    Map<String, byte[]> files = new TreeMap<>(SearchIndex.of(ModelLoader.builtIn()));
    String list = String.join("\n", files.keySet()) + "\n";
    files.put(SearchFiles.LIST, list.getBytes(StandardCharsets.UTF_8));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }
}
