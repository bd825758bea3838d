package io.boto4j.spark.internal.write;

import io.boto4j.spark.internal.SessionSpec;
import java.io.Serializable;
import java.util.Locale;
import org.apache.spark.sql.types.StructType;

/**
 * The description of files that a job writes to S3, which travels to the executors.
 *
 * @param session the description of the session
 * @param bucket the bucket
 * @param prefix the prefix of all keys, empty or ending in a slash
 * @param json whether rows become JSON lines; otherwise they have one column of text
 * @param gzip whether files are compressed
 * @param partSize the size of the parts that are uploaded, in bytes
 * @param job the name of this run, which is part of all keys
 * @param schema the columns of the rows
 */
record S3FileSpec(
    SessionSpec session,
    String bucket,
    String prefix,
    boolean json,
    boolean gzip,
    int partSize,
    String job,
    StructType schema)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Returns the prefix of the keys of this run, which no other run uses. */
  String jobPrefix() {
    return prefix + "part-" + job + "-";
  }

  /** Returns the key of the file of a partition, the same for all attempts of its task. */
  String key(int partition) {
    String number = String.format(Locale.ROOT, "%05d", partition);
    return jobPrefix() + number + (json ? ".json" : ".txt") + (gzip ? ".gz" : "");
  }

  /** Returns bucket and prefix. */
  @Override
  public String toString() {
    return "s3://" + bucket + "/" + prefix;
  }
}
