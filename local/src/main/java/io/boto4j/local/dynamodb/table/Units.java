package io.boto4j.local.dynamodb.table;

/** Capacity units. */
public final class Units {
  private static final int WRITE_BYTES = 1024;
  private static final int READ_BYTES = 4096;

  private Units() {}

  /**
   * Returns the units that a write takes.
   *
   * @param bytes the size of the item
   * @return the units, at least 1
   */
  public static int write(int bytes) {
    return Math.max(1, (bytes + WRITE_BYTES - 1) / WRITE_BYTES);
  }

  /**
   * Returns the units that a read takes.
   *
   * @param bytes the size of what is read
   * @param consistent whether the read is consistent; others take half
   * @return the units
   */
  public static double read(long bytes, boolean consistent) {
    long units = Math.max(1, (bytes + READ_BYTES - 1) / READ_BYTES);
    return consistent ? units : units / 2.0;
  }
}
