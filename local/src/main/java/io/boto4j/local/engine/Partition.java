package io.boto4j.local.engine;

import java.util.LinkedHashMap;
import java.util.Map;

/** The partitions of AWS, which ARNs begin with. */
public final class Partition {
  private static final Map<String, String> BY_PREFIX = new LinkedHashMap<>();

  static {
    BY_PREFIX.put("cn-", "aws-cn");
    BY_PREFIX.put("us-gov-", "aws-us-gov");
    BY_PREFIX.put("us-isob-", "aws-iso-b");
    BY_PREFIX.put("us-isof-", "aws-iso-f");
    BY_PREFIX.put("us-iso-", "aws-iso");
    BY_PREFIX.put("eu-isoe-", "aws-iso-e");
    BY_PREFIX.put("eusc-", "aws-eusc");
  }

  private Partition() {}

  /**
   * Returns the partition of a region.
   *
   * @param region the region, or a global one such as {@code aws-global}
   * @return the partition, such as {@code aws}
   */
  public static String of(String region) {
    if (region.startsWith("aws") && region.endsWith("-global")) {
      return region.substring(0, region.length() - "-global".length());
    }
    for (Map.Entry<String, String> entry : BY_PREFIX.entrySet()) {
      if (region.startsWith(entry.getKey())) {
        return entry.getValue();
      }
    }
    return "aws";
  }
}
