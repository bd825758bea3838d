package io.boto4j.internal.customization;

import java.util.regex.Pattern;

/** The ARNs of access points that stand where a bucket's name may. */
final class S3Arn {
  /** botocore's pattern, which is part of a message that users know. */
  static final String REGEX =
      "^arn:(aws).*:(s3|s3-object-lambda):[a-z\\-0-9]*:[0-9]{12}:accesspoint[/:]"
          + "[a-zA-Z0-9\\-.]{1,63}$"
          + "|^arn:(aws).*:s3-outposts:[a-z\\-0-9]+:[0-9]{12}:outpost[/:]"
          + "[a-zA-Z0-9\\-]{1,63}[/:]accesspoint[/:][a-zA-Z0-9\\-]{1,63}$";

  /** No ARN is longer (IAM User Guide, "IAM and STS quotas"), and none needs long to be read. */
  private static final int LONGEST = 2048;

  private S3Arn() {}

  static boolean is(String bucket) {
    return bucket.startsWith("arn:aws")
        && bucket.length() <= LONGEST
        && Compiled.PATTERN.matcher(bucket).matches();
  }

  /** Most buckets have a name, and load no regular expressions. */
  private static final class Compiled {
    static final Pattern PATTERN = Pattern.compile(REGEX);
  }
}
