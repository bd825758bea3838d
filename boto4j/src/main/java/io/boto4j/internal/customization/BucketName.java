package io.boto4j.internal.customization;

import io.boto4j.error.ParamValidationException;
import io.boto4j.internal.protocol.InputValues;
import io.boto4j.internal.text.Printable;
import java.util.List;

/** Rejects invalid names of buckets, which would become part of a host name or a path. */
final class BucketName {
  private static final String NAME = "^[a-zA-Z0-9.\\-_]{1,255}$";
  private static final int LONGEST = 255;

  private BucketName() {}

  static void check(InputChanges input) {
    String bucket = InputValues.text(input.get("Bucket"));
    if (bucket != null && !isName(bucket) && !S3Arn.is(bucket)) {
      throw new ParamValidationException(
          List.of(
              "Invalid bucket name \""
                  + Printable.of(bucket)
                  + "\": Bucket name must match the regex \""
                  + NAME
                  + "\" or be an ARN matching the regex \""
                  + S3Arn.REGEX
                  + "\""));
    }
  }

  private static boolean isName(String bucket) {
    for (int i = 0; i < bucket.length(); i++) {
      char c = bucket.charAt(i);
      boolean fits =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '-'
              || c == '_';
      if (!fits) {
        return false;
      }
    }
    return !bucket.isEmpty() && bucket.length() <= LONGEST;
  }
}
