package io.boto4j.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A transfer of the fault suite, made from a seed.
 *
 * @param size the number of bytes
 * @param exists whether there is an object or file already where the result belongs
 * @param threads whether the transfer runs on threads of its own
 * @param journal whether it has a journal, with which it is made again if it fails
 */
record TransferCase(
    long seed,
    Kind kind,
    int size,
    boolean exists,
    TransferFault fault,
    boolean threads,
    boolean journal) {
  /** From this size on, objects are transferred in parts. */
  static final int THRESHOLD = 64 * 1024;

  private static final int LARGEST_IN_RANGES = 600 * 1024;
  private static final int LEAST_IN_PARTS = 5 * 1024 * 1024;
  private static final int LARGEST_IN_PARTS = 11 * 1024 * 1024;

  /** Of so many uploads and copies, one is in parts of S3's least size. */
  private static final int LARGE_ONE_IN = 25;

  /** What is transferred, and where. */
  enum Kind {
    UPLOAD_FILE,
    UPLOAD_BYTES,
    UPLOAD_STREAM,
    DOWNLOAD_FILE,
    DOWNLOAD_STREAM,
    DOWNLOAD_BYTES,
    COPY;

    boolean isDownload() {
      return name().startsWith("DOWNLOAD");
    }

    List<TransferFault> faults() {
      List<TransferFault> faults = new ArrayList<>();
      for (TransferFault each : TransferFault.values()) {
        boolean applies =
            switch (each) {
              case OBJECT_REPLACED, RESPONSE_GARBLED -> isDownload();
              case REQUEST_GARBLED -> !isDownload() && this != COPY;
              case COMPLETE_ERROR_IN_200 -> !isDownload();
              case SOURCE_CHANGED, SOURCE_TRUNCATED, SOURCE_REPLACED, SOURCE_DELETED ->
                  this == UPLOAD_FILE;
              default -> true;
            };
        if (applies) {
          faults.add(each);
        }
      }
      return faults;
    }
  }

  static TransferCase of(long seed) {
    Random random = new Random(seed);
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    List<TransferFault> faults = kind.faults();
    TransferFault fault = faults.get(random.nextInt(faults.size()));
    int size = size(kind, random);
    boolean exists = random.nextBoolean();
    // Who waits for the end of a transfer cannot cancel it.
    boolean threads = random.nextInt(5) > 0 || fault == TransferFault.CANCELLED;
    boolean journal = kind.name().endsWith("FILE") && random.nextBoolean();
    return new TransferCase(seed, kind, size, exists, fault, threads, journal);
  }

  private static int size(Kind kind, Random random) {
    if (!kind.isDownload() && random.nextInt(LARGE_ONE_IN) == 0) {
      return LEAST_IN_PARTS + random.nextInt(LARGEST_IN_PARTS - LEAST_IN_PARTS);
    }
    return random.nextBoolean()
        ? random.nextInt(THRESHOLD)
        : THRESHOLD + random.nextInt(LARGEST_IN_RANGES - THRESHOLD);
  }

  /** Returns a source of random numbers, the same each time. */
  Random random() {
    return new Random(~seed);
  }
}
