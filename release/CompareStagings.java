import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Compares two stagings file by file, and names the entries of jars that differ. */
final class CompareStagings {
  private CompareStagings() {}

  public static void main(String[] args) throws Exception {
    TreeMap<String, Path> first = files(Path.of(args[0]));
    TreeMap<String, Path> second = files(Path.of(args[1]));
    TreeSet<String> all = new TreeSet<>(first.keySet());
    all.addAll(second.keySet());
    List<String> differences = new ArrayList<>();
    for (String name : all) {
      Path one = first.get(name);
      Path other = second.get(name);
      if (one == null || other == null) {
        differences.add(name + ": only in the " + (one == null ? "second" : "first"));
      } else if (!sha256(Files.readAllBytes(one)).equals(sha256(Files.readAllBytes(other)))) {
        differences.add(name + difference(name, one, other));
      }
    }
    differences.forEach(System.out::println);
    if (all.isEmpty() || !differences.isEmpty()) {
      System.out.println(differences.size() + " of " + all.size() + " files differ");
      System.exit(1);
    }
    System.out.println("equal: " + all.size() + " files have the same SHA-256 in both stagings");
  }

  /** Checksums follow from the files, signatures and the metadata of the repository have a time. */
  private static TreeMap<String, Path> files(Path root) throws IOException {
    TreeMap<String, Path> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(root)) {
      walk.filter(Files::isRegularFile)
          .filter(path -> !path.toString().matches(".*\\.(md5|sha1|sha256|sha512|asc)|.*/maven-metadata.*"))
          .forEach(path -> files.put(root.relativize(path).toString(), path));
    }
    return files;
  }

  private static String difference(String name, Path one, Path other) throws Exception {
    if (!name.endsWith(".jar")) {
      return ": " + Files.size(one) + " and " + Files.size(other) + " bytes";
    }
    StringBuilder text = new StringBuilder();
    try (ZipFile a = new ZipFile(one.toFile());
        ZipFile b = new ZipFile(other.toFile())) {
      List<String> order = a.stream().map(ZipEntry::getName).toList();
      if (!order.equals(b.stream().map(ZipEntry::getName).toList())) {
        text.append("\n  the names of the entries or their order");
      }
      for (String entry : order) {
        ZipEntry x = a.getEntry(entry);
        ZipEntry y = b.getEntry(entry);
        if (y == null) {
          text.append("\n  ").append(entry).append(": only in the first");
        } else if (!sha256(a.getInputStream(x).readAllBytes())
            .equals(sha256(b.getInputStream(y).readAllBytes()))) {
          text.append("\n  ").append(entry).append(": content");
        } else if (x.getTime() != y.getTime()) {
          text.append("\n  ").append(entry).append(": time");
        }
      }
    }
    return text.length() == 0 ? "\n  only attributes of entries, such as permissions" : text.toString();
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
