package io.boto4j.s3;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The source or the destination of a tree: a directory, or a place in S3 that is written {@code
 * s3://bucket/prefix/}.
 *
 * @param directory the directory; null if it is in S3
 * @param bucket the name of a bucket, or the ARN of an access point; empty for a directory
 * @param prefix the beginning of the keys; empty, or with a slash at the end
 */
record TreeSide(@Nullable Path directory, String bucket, String prefix) {
  private static final String SCHEME = "s3://";
  private static final Pattern ACCESS_POINT =
      Pattern.compile(
          "(arn:[^:/]+:s3:[^:/]*:[^:/]*:accesspoint[:/][^:/]+"
              + "|arn:[^:/]+:s3-outposts:[^:/]*:[^:/]*:outpost[:/][^:/]+[:/]accesspoint[:/][^:/]+)"
              + "(?:/(.*))?",
          Pattern.DOTALL);

  /**
   * Returns a directory to read from.
   *
   * @throws LocalFileException if it does not exist or is not a directory
   */
  static TreeSide source(Path directory) {
    if (!Files.exists(directory)) {
      throw new LocalFileException("There is no directory " + directory, directory, null);
    }
    return destination(directory);
  }

  /**
   * Returns a directory to write to, which need not exist.
   *
   * @throws LocalFileException if it is a file
   */
  static TreeSide destination(Path directory) {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new LocalFileException(
          directory + " is not a directory: transfer it with upload or download", directory, null);
    }
    return new TreeSide(directory, "", "");
  }

  /**
   * Returns a place in S3. A prefix without a slash at its end gets one.
   *
   * @throws IllegalArgumentException if the text is not an address
   */
  static TreeSide of(String address) {
    if (!address.startsWith(SCHEME)) {
      throw new IllegalArgumentException(
          "'"
              + address
              + "' is not an address in S3, such as s3://bucket/prefix/; pass a local directory as"
              + " a Path");
    }
    String rest = address.substring(SCHEME.length());
    if (rest.startsWith("arn:")) {
      Matcher arn = ACCESS_POINT.matcher(rest);
      if (!arn.matches()) {
        throw new IllegalArgumentException(
            "'" + address + "' contains an ARN that is not the ARN of an access point");
      }
      return of(arn.group(1), arn.group(2) == null ? "" : arn.group(2));
    }
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    if (bucket.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + address + "' has no bucket: write s3://bucket/prefix/");
    }
    return of(bucket, slash < 0 ? "" : rest.substring(slash + 1));
  }

  private static TreeSide of(String bucket, String prefix) {
    boolean complete = prefix.isEmpty() || prefix.endsWith("/");
    return new TreeSide(null, bucket, complete ? prefix : prefix + "/");
  }

  boolean isLocal() {
    return directory != null;
  }

  Path path() {
    return Objects.requireNonNull(directory);
  }

  /** Returns the key of an object. */
  String key(String name) {
    return prefix + name;
  }

  /** Whether the other place is this one or below it. */
  boolean contains(TreeSide other) {
    return bucket.equals(other.bucket) && other.prefix.startsWith(prefix);
  }

  /** Returns the path or address of a file, which need not be valid. */
  String show(String name) {
    if (directory == null) {
      return Store.uri(bucket, key(name));
    }
    String relative = File.separatorChar == '/' ? name : name.replace('/', File.separatorChar);
    String parent = directory.toString();
    return parent.isEmpty() || parent.endsWith(File.separator)
        ? parent + relative
        : parent + File.separator + relative;
  }

  @Override
  public String toString() {
    return directory == null ? show("") : directory.toString();
  }
}
