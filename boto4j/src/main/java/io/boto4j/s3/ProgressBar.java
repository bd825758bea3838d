package io.boto4j.s3;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Shows the progress of a transfer in one line: percent, bytes, rate, parts or files, and the
 * estimated time left. On a terminal the line is redrawn; elsewhere, such as in a log, a line is
 * printed at every tenth of the transfer, or every ten seconds while the total is not known.
 *
 * <pre>{@code
 * s3t.upload(path, "bucket", "key").onProgress(new ProgressBar()).await();
 * }</pre>
 *
 * <p>Use one object for one transfer.
 */
public final class ProgressBar implements ProgressListener {
  private static final int WIDTH = 20;
  private static final int STEP_PERCENT = 10;
  private static final Duration STEP_TIME = Duration.ofSeconds(10);
  private static final double UNIT = 1024;
  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB"};

  private final PrintStream out;
  private final boolean terminal;
  private int shown;
  private int nextPercent = STEP_PERCENT;
  private Duration nextTime = STEP_TIME;
  private boolean ended;

  /**
   * Creates a progress bar on the standard error, which is redrawn if the process has a console.
   * JDK 22 to 24 may have a console even if the output goes to a file: use the other constructor
   * there.
   */
  @SuppressWarnings("SystemConsoleNull")
  public ProgressBar() {
    this(System.err, System.console() != null);
  }

  /**
   * Creates a progress bar.
   *
   * @param out where to print; not closed
   * @param terminal whether the line can be redrawn
   */
  public ProgressBar(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  @Override
  public synchronized void onProgress(TransferProgress progress) {
    if (ended) {
      return;
    }
    ended = progress.ended();
    if (terminal) {
      redraw(progress);
    } else if (isDue(progress)) {
      out.println(line(progress, false));
    }
    out.flush();
  }

  private void redraw(TransferProgress progress) {
    String line = line(progress, true);
    // Blanks remove the rest of a longer line.
    out.print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    shown = line.length();
    if (ended) {
      out.println();
    }
  }

  private boolean isDue(TransferProgress progress) {
    boolean due = ended;
    if (progress.total() >= 0) {
      due |= percent(progress) >= nextPercent;
      nextPercent = Math.max(nextPercent, (percent(progress) / STEP_PERCENT + 1) * STEP_PERCENT);
    } else {
      due |= progress.elapsed().compareTo(nextTime) >= 0;
    }
    if (due) {
      nextTime = progress.elapsed().plus(STEP_TIME);
    }
    return due;
  }

  private static int percent(TransferProgress progress) {
    return (int) (100 * progress.fraction());
  }

  private static String line(TransferProgress progress, boolean bar) {
    StringBuilder line = new StringBuilder();
    if (progress.total() >= 0) {
      int percent = percent(progress);
      line.append(percent < 10 ? "  " : percent < 100 ? " " : "").append(percent).append("% ");
      if (bar) {
        int full = percent * WIDTH / 100;
        line.append('[').append("#".repeat(full)).append(".".repeat(WIDTH - full)).append("] ");
      }
    }
    line.append(size(progress.transferred()));
    if (progress.total() >= 0 && !progress.ended()) {
      line.append(" of ").append(size(progress.total()));
    }
    line.append(", ").append(size((long) progress.bytesPerSecond())).append("/s");
    addParts(line, progress);
    Duration left = progress.remaining();
    if (progress.ended()) {
      line.append(", took ").append(time(progress.elapsed()));
    } else if (left != null) {
      line.append(", ").append(time(left)).append(" left");
    }
    return line.toString();
  }

  private static void addParts(StringBuilder line, TransferProgress progress) {
    if (progress.parts() > 1) {
      line.append(", ").append(progress.partsDone()).append('/').append(progress.parts());
    } else if (progress.parts() < 0 && progress.partsDone() > 0) {
      line.append(", ").append(progress.partsDone()).append(" done");
    }
    if (progress.retries() > 0) {
      line.append(", ").append(progress.retries()).append(" retries");
    }
  }

  private static String time(Duration time) {
    long seconds = (time.toMillis() + 500) / 1000;
    String minutes =
        seconds < 3600
            ? Long.toString(seconds / 60)
            : seconds / 3600 + ":" + twoDigits(seconds / 60 % 60);
    return minutes + ":" + twoDigits(seconds % 60);
  }

  private static String twoDigits(long number) {
    return (number < 10 ? "0" : "") + number;
  }

  /** Returns a size for people, such as {@code 1.5 MiB}. */
  static String size(long bytes) {
    if (bytes < UNIT) {
      return bytes + (bytes == 1 ? " byte" : " bytes");
    }
    double size = bytes;
    int unit = -1;
    // 1023.95 would be printed as 1024.0.
    while (size >= UNIT - 0.05 && unit < UNITS.length - 1) {
      size /= UNIT;
      unit++;
    }
    long tenths = Math.round(size * 10);
    return tenths / 10 + "." + tenths % 10 + " " + UNITS[unit];
  }
}
