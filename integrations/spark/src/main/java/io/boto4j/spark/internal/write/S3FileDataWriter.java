package io.boto4j.spark.internal.write;

import io.boto4j.Client;
import io.boto4j.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.write.DataWriter;
import org.apache.spark.sql.connector.write.WriterCommitMessage;
import org.jspecify.annotations.Nullable;

/** The writer of one task to a file in S3, which stays invisible until the job commits. */
final class S3FileDataWriter implements DataWriter<InternalRow> {
  private final S3FileSpec spec;
  private final S3Upload upload;
  private final RowReader rows;
  private final WriteCounts counts;

  /** Opened by the first row: a compressed file would not be empty otherwise. */
  private @Nullable OutputStream file;

  S3FileDataWriter(S3FileSpec spec, int partition) {
    this.spec = spec;
    this.counts = new WriteCounts();
    Client s3 = spec.session().client("s3").with(counts);
    this.upload = new S3Upload(s3, spec, spec.key(partition));
    this.rows = Cells.ofRow(spec.schema(), CellOptions.PLAIN);
  }

  @Override
  public void write(InternalRow row) throws IOException {
    OutputStream open = file;
    if (open == null) {
      open = spec.gzip() ? new GZIPOutputStream(upload) : upload;
      file = open;
    }
    open.write((line(row) + "\n").getBytes(StandardCharsets.UTF_8));
    counts.addRow();
  }

  private String line(InternalRow row) {
    if (spec.json()) {
      return Json.write(rows.read(row));
    }
    return row.isNullAt(0) ? "" : row.getUTF8String(0).toString();
  }

  @Override
  public WriterCommitMessage commit() throws IOException {
    if (file != null) {
      file.close();
    }
    return upload.finish();
  }

  @Override
  public void abort() {
    upload.discard();
  }

  @Override
  public void close() {
    // The client belongs to the JVM.
  }

  @Override
  public CustomTaskMetric[] currentMetricsValues() {
    return counts.values();
  }
}
