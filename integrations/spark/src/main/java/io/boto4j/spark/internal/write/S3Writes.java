package io.boto4j.spark.internal.write;

import io.boto4j.Client;
import io.boto4j.error.ServiceException;
import io.boto4j.spark.internal.Options;
import io.boto4j.spark.internal.SessionSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.connector.write.LogicalWriteInfo;
import org.apache.spark.sql.connector.write.Write;
import org.apache.spark.sql.connector.write.WriteBuilder;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructType;

/** The writes of rows to files in S3: options and checks on the driver. */
final class S3Writes {
  private static final List<String> OWN =
      List.of("service", "bucket", "prefix", "fileFormat", "compression", "partSize");

  /** S3 refuses smaller parts, except the last one. */
  private static final int LEAST_PART = 5 << 20;

  private static final int PART = 8 << 20;
  private static final int MOST_PART = 512 << 20;

  private static final String NO_OVERWRITE =
      "deleting old files and showing new ones cannot be one step in S3. Write to a new 'prefix'"
          + " with mode(\"append\"), and let readers change to it.";

  private S3Writes() {}

  /**
   * Returns a builder, which calls HeadBucket when it builds.
   *
   * @throws IllegalArgumentException if an option or a column is wrong
   */
  static WriteBuilder builder(LogicalWriteInfo info) {
    List<String> known = new ArrayList<>(OWN);
    known.addAll(SessionSpec.OPTIONS);
    Options options =
        Options.of(info.options().asCaseSensitiveMap(), "The writer of files to s3", known);
    S3FileSpec spec =
        new S3FileSpec(
            SessionSpec.of(options),
            options.required("bucket", "my-bucket"),
            folder(options),
            options.oneOf("fileFormat", "json", "text").equals("json"),
            options.oneOf("compression", "none", "gzip").equals("gzip"),
            options.integer("partSize", PART, LEAST_PART, MOST_PART),
            info.queryId(),
            info.schema());
    checkColumns(spec);
    return new AppendBuilder(() -> write(spec), NO_OVERWRITE);
  }

  private static String folder(Options options) {
    String prefix = options.required("prefix", "exports/2026-01-01/");
    return prefix.endsWith("/") ? prefix : prefix + "/";
  }

  private static void checkColumns(S3FileSpec spec) {
    StructType schema = spec.schema();
    Cells.ofRow(schema, CellOptions.PLAIN);
    if (!spec.json()
        && (schema.size() != 1 || !(schema.fields()[0].dataType() instanceof StringType))) {
      throw new IllegalArgumentException(
          "fileFormat text needs one column of type string, but the data set has "
              + schema.simpleString()
              + ". Use fileFormat json, or select one column.");
    }
  }

  private static Write write(S3FileSpec spec) {
    Client s3 = spec.session().client("s3");
    try {
      s3.call("HeadBucket", Map.of("Bucket", spec.bucket()));
    } catch (ServiceException e) {
      throw new IllegalArgumentException(
          "The bucket "
              + spec.bucket()
              + " cannot be used: "
              + (e.statusCode() == 404 ? "there is no such bucket" : e.code())
              + " (HTTP status "
              + e.statusCode()
              + ").",
          e);
    }
    return new S3FileWrite(spec);
  }
}
