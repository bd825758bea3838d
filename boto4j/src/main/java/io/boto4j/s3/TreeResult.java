package io.boto4j.s3;

import java.util.List;

/**
 * The result of the transfer of a directory or prefix.
 *
 * @param uploaded the number of files uploaded; in a dry run, to be uploaded
 * @param downloaded the number of objects downloaded; in a dry run, to be downloaded
 * @param copied the number of objects copied; in a dry run, to be copied
 * @param deleted the number of files or objects deleted; in a dry run, to be deleted
 * @param unchanged the number of files that were equal at both sides
 * @param skipped the number of files that were left out, such as objects in Glacier
 * @param failed the number of files that failed
 * @param bytes the number of bytes of the files that were transferred
 * @param failures the first 1,000 files that failed
 * @param warned the number of warnings
 * @param warnings the first 1,000 warnings
 * @param plan the actions of a dry run, one per line of {@code aws s3 sync --dryrun}; empty
 *     otherwise
 */
public record TreeResult(
    long uploaded,
    long downloaded,
    long copied,
    long deleted,
    long unchanged,
    long skipped,
    long failed,
    long bytes,
    List<TreeFile> failures,
    long warned,
    List<String> warnings,
    List<TreeFile> plan) {
  /**
   * Creates a result.
   *
   * @param uploaded the number of files
   * @param downloaded the number of objects
   * @param copied the number of objects
   * @param deleted the number of files or objects
   * @param unchanged the number of files
   * @param skipped the number of files
   * @param failed the number of files
   * @param bytes the number of bytes
   * @param failures the failures, copied
   * @param warned the number of warnings
   * @param warnings the warnings, copied
   * @param plan the plan, copied
   */
  public TreeResult {
    failures = List.copyOf(failures);
    warnings = List.copyOf(warnings);
    plan = List.copyOf(plan);
  }

  /**
   * Returns the counts in one line.
   *
   * @return a text such as {@code 3 uploaded (1.2 MiB), 1 deleted, 96 unchanged}
   */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    add(text, uploaded, "uploaded");
    add(text, downloaded, "downloaded");
    add(text, copied, "copied");
    if (text.length() > 0) {
      text.append(" (").append(ProgressBar.size(bytes)).append(')');
    }
    add(text, deleted, "deleted");
    add(text, unchanged, "unchanged");
    add(text, skipped, "skipped");
    add(text, failed, "failed");
    add(text, warned, warned == 1 ? "warning" : "warnings");
    return text.length() == 0 ? "nothing to do" : text.toString();
  }

  private static void add(StringBuilder text, long count, String what) {
    if (count > 0) {
      text.append(text.length() == 0 ? "" : ", ").append(count).append(' ').append(what);
    }
  }
}
