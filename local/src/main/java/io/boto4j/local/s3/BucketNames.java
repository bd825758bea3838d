package io.boto4j.local.s3;

import java.util.regex.Pattern;

/**
 * The rules for names of buckets.
 *
 * <p>Source: Amazon S3 User Guide, "General purpose bucket naming rules".
 */
final class BucketNames {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern ADDRESS = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

  private BucketNames() {}

  /** Throws if a bucket cannot have a name. */
  static void check(String name) {
    boolean valid =
        FORM.matcher(name).matches()
            && !name.contains("..")
            && !ADDRESS.matcher(name).matches()
            && !name.startsWith("xn--")
            && !name.startsWith("sthree-")
            && !name.startsWith("amzn-s3-demo-")
            && !name.endsWith("-s3alias")
            && !name.endsWith("--ol-s3")
            && !name.endsWith("--x-s3")
            && !name.endsWith("--table-s3")
            && !name.endsWith(".mrap");
    if (!valid) {
      throw S3Errors.of(
          400, "InvalidBucketName", "The specified bucket is not valid.", "BucketName", name);
    }
  }
}
