package io.boto4j.internal.customization;

import java.util.regex.Pattern;

/** The ARNs of access points, which may be passed in place of a bucket name. */
final class S3Arn {
  /** botocore's pattern; it is part of a message that users know. */
  static final String REGEX =
      "^arn:(aws).*:(s3|s3-object-lambda):[a-z\\-0-9]*:[0-9]{12}:accesspoint[/:]"
          + "[a-zA-Z0-9\\-.]{1,63}$"
          + "|^arn:(aws).*:s3-outposts:[a-z\\-0-9]+:[0-9]{12}:outpost[/:]"
          + "[a-zA-Z0-9\\-]{1,63}[/:]accesspoint[/:][a-zA-Z0-9\\-]{1,63}$";

  /** The longest ARN (IAM User Guide, "IAM and STS quotas"): matching takes no long time. */
  private static final int LONGEST = 2048;

  private S3Arn() {}

  static boolean is(String bucket) {
    return bucket.startsWith("arn:aws")
        && bucket.length() <= LONGEST
        && Compiled.PATTERN.matcher(bucket).matches();
  }

  /** Most buckets are passed by name, which loads no regular expressions. */
  private static final class Compiled {
    static final Pattern PATTERN = Pattern.compile(REGEX);
  }
}
