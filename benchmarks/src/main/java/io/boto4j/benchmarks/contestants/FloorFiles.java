package io.boto4j.benchmarks.contestants;

import io.boto4j.benchmarks.contestants.TransferFloor.Worker;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/** The tasks with many small files, by hand. */
final class FloorFiles {
  private static final String PREFIX = "files/";

  private final TransferFloor floor;

  FloorFiles(TransferFloor floor) {
    this.floor = floor;
  }

  /** The attributes of a file in a listing or a folder. */
  private record Entry(String name, long size, long modifiedMillis) {}

  long upload(Path folder) throws Exception {
    List<Entry> files = local(folder);
    send(folder, files);
    return files.size();
  }

  private void send(Path folder, List<Entry> files) throws Exception {
    floor.inParallel(
        files.size(),
        (worker, i) -> {
          String name = files.get(i).name();
          byte[] bytes = Files.readAllBytes(folder.resolve(name));
          String path = TransferFloor.BUCKET + PREFIX + name;
          worker.exchange("PUT", path, "", bytes, "x-amz-checksum-crc32", checksum(bytes));
        });
  }

  long download(Path folder) throws Exception {
    List<Entry> objects = remote();
    Set<Path> parents = new LinkedHashSet<>();
    for (Entry each : objects) {
      parents.add(folder.resolve(each.name()).getParent());
    }
    for (Path each : parents) {
      Files.createDirectories(each);
    }
    floor.inParallel(
        objects.size(),
        (worker, i) -> {
          Entry object = objects.get(i);
          String path = TransferFloor.BUCKET + PREFIX + object.name();
          long length = worker.exchange("GET", path, "", "x-amz-checksum-mode", "ENABLED");
          byte[] bytes = worker.connection().body(length);
          String expected = worker.connection().header("x-amz-checksum-crc32");
          if (length != object.size() || !checksum(bytes).equals(expected)) {
            throw new IOException("Not what was listed: " + path);
          }
          Files.write(folder.resolve(object.name()), bytes);
        });
    return objects.size();
  }

  /** Uploads the files that are not in the bucket, or have another size or are newer there. */
  long sync(Path folder) throws Exception {
    Map<String, Entry> present = new HashMap<>();
    for (Entry each : remote()) {
      present.put(each.name(), each);
    }
    List<Entry> changed = new ArrayList<>();
    for (Entry each : local(folder)) {
      Entry object = present.get(each.name());
      if (object == null
          || object.size() != each.size()
          || object.modifiedMillis() < each.modifiedMillis()) {
        changed.add(each);
      }
    }
    send(folder, changed);
    return changed.size();
  }

  private static String checksum(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return FloorLarge.base64(crc);
  }

  private static List<Entry> local(Path folder) throws IOException {
    List<Entry> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = folder.relativize(file).toString();
            long modified = attributes.lastModifiedTime().toMillis();
            files.add(new Entry(name, attributes.size(), modified));
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private List<Entry> remote() throws IOException {
    List<Entry> objects = new ArrayList<>();
    try (Worker worker = floor.worker()) {
      String token = "";
      do {
        String after =
            token.isEmpty() ? "" : "continuation-token=" + token.replace("/", "%2F") + "&";
        String query = after + "list-type=2&prefix=" + PREFIX.replace("/", "%2F");
        String path = TransferFloor.BUCKET.substring(0, TransferFloor.BUCKET.length() - 1);
        String page = worker.exchange("GET", path, query, new byte[0]);
        for (int at = page.indexOf("<Contents>");
            at >= 0;
            at = page.indexOf("<Contents>", at + 1)) {
          objects.add(
              new Entry(
                  between(page, "<Key>", at).substring(PREFIX.length()),
                  Long.parseLong(between(page, "<Size>", at)),
                  Instant.parse(between(page, "<LastModified>", at)).toEpochMilli()));
        }
        token =
            page.contains("<NextContinuationToken>")
                ? between(page, "<NextContinuationToken>", 0)
                : "";
      } while (!token.isEmpty());
    }
    return objects;
  }

  private static String between(String page, String before, int from) {
    int start = page.indexOf(before, from) + before.length();
    return page.substring(start, page.indexOf('<', start));
  }
}
