package io.boto4j.benchmarks.transfer.store;

import java.util.Locale;

/** The names of the small files: a hundred in each folder. */
public final class SmallFiles {
  private static final int PER_FOLDER = 100;

  private SmallFiles() {}

  /**
   * Returns the folder of a file.
   *
   * @param number the number of the file, from 0 up
   * @return the name of the folder
   */
  public static String folder(int number) {
    return String.format(Locale.ROOT, "folder-%04d", number / PER_FOLDER);
  }

  /**
   * Returns the path of a file.
   *
   * @param number the number of the file, from 0 up
   * @return the path, with a slash
   */
  public static String name(int number) {
    return folder(number) + String.format(Locale.ROOT, "/file-%06d.bin", number);
  }
}
