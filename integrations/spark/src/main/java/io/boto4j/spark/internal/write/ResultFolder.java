package io.boto4j.spark.internal.write;

import io.boto4j.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the results of calls, in any file system that Spark reads: files of JSON lines,
 * which only grow in number.
 *
 * <p>A task gives a file its final name when it is complete, and begins another. What a killed task
 * or job has finished therefore stays, and is not called again.
 *
 * @param path the folder
 * @param configuration the configuration of its file system
 * @param job the name of this run, which is part of the names of its files
 */
record ResultFolder(String path, SerializableConfiguration configuration, String job)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Spark ignores files whose names begin with an underscore. */
  private static final String IN_PROGRESS = "_";

  private static final String EXTENSION = ".json";

  FileSystem fileSystem() throws IOException {
    return new Path(path).getFileSystem(configuration.value());
  }

  private String prefix(int partition) {
    return "calls-" + job + "-" + partition + "-";
  }

  /** Returns the path of a file in progress. */
  Path inProgress(int partition, long task, int number) {
    return new Path(path, IN_PROGRESS + name(partition, task, number));
  }

  /** Returns the path of a complete file. */
  Path complete(int partition, long task, int number) {
    return new Path(path, name(partition, task, number));
  }

  private String name(int partition, long task, int number) {
    return prefix(partition) + task + "-" + number + EXTENSION;
  }

  /** Returns whether there are results, of this run or earlier ones. */
  boolean hasResults() {
    try {
      return !list("calls-").isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException("The folder of results " + path + " cannot be listed", e);
    }
  }

  /**
   * Returns the rows that earlier attempts of a task have called without error, by their identity.
   */
  Set<String> done(int partition, List<String> id) throws IOException {
    Set<String> done = new HashSet<>();
    for (FileStatus file : list(prefix(partition))) {
      read(file.getPath(), id, done);
    }
    return done;
  }

  private List<FileStatus> list(String prefix) throws IOException {
    FileSystem files = fileSystem();
    Path folder = new Path(path);
    if (!files.exists(folder)) {
      return List.of();
    }
    return List.of(
        files.listStatus(
            folder,
            file -> file.getName().startsWith(prefix) && file.getName().endsWith(EXTENSION)));
  }

  private void read(Path file, List<String> id, Set<String> done) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(fileSystem().open(file), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (Json.read(line) instanceof Map<?, ?> result
            && result.get(CallColumns.ERROR_CODE) == null) {
          done.add(identity(result, id));
        }
      }
    }
  }

  private static String identity(Map<?, ?> result, List<String> id) {
    List<@Nullable Object> values = new ArrayList<>();
    for (String name : id) {
      values.add(result.get(name));
    }
    return Json.write(values);
  }

  /** Returns the folder. */
  @Override
  public String toString() {
    return path;
  }
}
