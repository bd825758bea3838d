package io.boto4j.spark.internal.write;

import io.boto4j.Json;
import io.boto4j.spark.internal.write.CallPipe.Result;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/** The results of one task: files of JSON lines that are completed at intervals. */
final class ResultWriter {
  private static final int MOST_LINES = 10_000;

  private final ResultFolder folder;
  private final int partition;
  private final long task;
  private final Duration interval;

  private @Nullable OutputStream open;
  private @Nullable Instant openedAt;
  private int number;
  private int lines;

  ResultWriter(ResultFolder folder, int partition, long task, Duration interval) {
    this.folder = folder;
    this.partition = partition;
    this.task = task;
    this.interval = interval;
  }

  /** Adds a result, and completes the file if it is old or long enough. */
  void add(Result<Map<String, @Nullable Object>> result) throws IOException {
    OutputStream file = open;
    if (file == null) {
      file = folder.fileSystem().create(folder.inProgress(partition, task, number), true);
      open = file;
      openedAt = result.finishedAt();
      lines = 0;
    }
    file.write(line(result).getBytes(StandardCharsets.UTF_8));
    lines++;
    Instant opened = openedAt;
    boolean due = opened != null && !result.finishedAt().isBefore(opened.plus(interval));
    if (lines >= MOST_LINES || due) {
      complete();
    }
  }

  private static String line(Result<Map<String, @Nullable Object>> result) {
    CallOutcome outcome = result.outcome();
    Map<String, @Nullable Object> values = new LinkedHashMap<>(result.row());
    values.put(CallColumns.ERROR_CODE, outcome.errorCode());
    values.put(CallColumns.ERROR_MESSAGE, outcome.errorMessage());
    values.put(CallColumns.STATUS, outcome.status());
    values.put(CallColumns.REQUEST_ID, outcome.requestId());
    values.put(CallColumns.ATTEMPTS, outcome.attempts());
    values.put(CallColumns.FINISHED_AT, result.finishedAt());
    String json = Json.write(values);
    String response = outcome.response();
    // The response is JSON already.
    return json.substring(0, json.length() - 1)
        + ",\""
        + CallColumns.RESPONSE
        + "\":"
        + (response == null ? "null" : response)
        + "}\n";
  }

  /** Completes the file in progress, which becomes visible. */
  void complete() throws IOException {
    OutputStream file = open;
    if (file == null) {
      return;
    }
    open = null;
    file.close();
    Path from = folder.inProgress(partition, task, number);
    Path to = folder.complete(partition, task, number);
    if (!folder.fileSystem().rename(from, to)) {
      throw new IOException("The file of results " + from + " cannot be renamed to " + to);
    }
    number++;
  }
}
