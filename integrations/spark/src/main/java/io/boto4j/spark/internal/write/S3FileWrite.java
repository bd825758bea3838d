package io.boto4j.spark.internal.write;

import io.boto4j.Client;
import io.boto4j.Structure;
import io.boto4j.error.ServiceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.write.BatchWrite;
import org.apache.spark.sql.connector.write.DataWriterFactory;
import org.apache.spark.sql.connector.write.PhysicalWriteInfo;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriterCommitMessage;

/**
 * A write of files to S3 in two phases: tasks upload the parts of their files, and the commit of
 * the job completes the uploads, after which the files are visible, and writes {@code _SUCCESS}.
 *
 * <p>A task that is killed, or whose duplicate is faster, leaves at most an upload that the commit
 * or the abort of the job ends. If the driver dies, uploads stay open until a lifecycle rule of the
 * bucket ends them; nobody sees a file of them.
 */
final class S3FileWrite implements Write, BatchWrite {
  private static final int COMMIT_THREADS = 16;

  private final S3FileSpec spec;

  S3FileWrite(S3FileSpec spec) {
    this.spec = spec;
  }

  @Override
  public String description() {
    return "write files to " + spec;
  }

  @Override
  public String toString() {
    return description();
  }

  @Override
  public BatchWrite toBatch() {
    return this;
  }

  @Override
  public CustomMetric[] supportedCustomMetrics() {
    return WriteCounts.metrics();
  }

  @Override
  public DataWriterFactory createBatchWriterFactory(PhysicalWriteInfo info) {
    S3FileSpec files = spec;
    return (partition, task) -> new S3FileDataWriter(files, partition);
  }

  @Override
  public void commit(WriterCommitMessage[] messages) {
    Client s3 = spec.session().client("s3");
    List<Runnable> completions = new ArrayList<>();
    for (WriterCommitMessage message : messages) {
      if (message instanceof S3FileWritten file) {
        completions.add(() -> file.complete(s3, spec.bucket()));
      }
    }
    runAll(completions);
    s3.call("PutObject", Map.of("Bucket", spec.bucket(), "Key", spec.prefix() + "_SUCCESS"));
    try {
      abortUploads(s3);
    } catch (ServiceException e) {
      // The files are complete; attempts that were killed may have left parts, which need
      // s3:ListBucketMultipartUploads to be found here, and a lifecycle rule otherwise.
      e.rethrowUnless("AccessDenied");
    }
  }

  /** Completing a file takes S3 tens of milliseconds, and a job can have many thousands. */
  private static void runAll(List<Runnable> steps) {
    ExecutorService threads = Executors.newFixedThreadPool(COMMIT_THREADS);
    try {
      List<CompletableFuture<Void>> running = new ArrayList<>();
      for (Runnable step : steps) {
        running.add(CompletableFuture.runAsync(step, threads));
      }
      CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    } finally {
      threads.shutdownNow();
    }
  }

  /** Removes all that this run has uploaded, complete or not. */
  @Override
  public void abort(WriterCommitMessage[] messages) {
    Client s3 = spec.session().client("s3");
    for (WriterCommitMessage message : messages) {
      if (message instanceof S3FileWritten file && file.uploadId() != null) {
        S3FileWritten.abort(s3, spec.bucket(), file.key(), file.uploadId());
      }
    }
    abortUploads(s3);
    Map<String, String> ofJob = Map.of("Bucket", spec.bucket(), "Prefix", spec.jobPrefix());
    for (Structure object : s3.items("ListObjectsV2", ofJob)) {
      s3.call("DeleteObject", Map.of("Bucket", spec.bucket(), "Key", key(object)));
    }
  }

  private void abortUploads(Client s3) {
    Map<String, String> ofJob = Map.of("Bucket", spec.bucket(), "Prefix", spec.jobPrefix());
    for (Structure page : s3.paginator("ListMultipartUploads").pages(ofJob)) {
      for (Structure upload : page.structures("Uploads")) {
        String id = String.valueOf(upload.text("UploadId"));
        S3FileWritten.abort(s3, spec.bucket(), key(upload), id);
      }
    }
  }

  private static String key(Structure object) {
    return String.valueOf(object.text("Key"));
  }
}
