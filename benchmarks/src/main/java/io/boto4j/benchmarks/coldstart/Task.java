package io.boto4j.benchmarks.coldstart;

import java.util.Locale;

/**
 * The task that a contestant performs once; each uses another protocol: JSON, REST with XML, Query.
 */
enum Task {
  GET_ITEM("DynamoDB GetItem", "dynamodb", "GetItem", "boto3_get_item.py", CannedServer.EMAIL),
  GET_OBJECT("S3 GetObject", "s3", "GetObject", "boto3_get_object.py", CannedResponses.OBJECT),
  DESCRIBE_DB_INSTANCES(
      "RDS DescribeDBInstances",
      "rds",
      "DescribeDbInstances",
      "boto3_describe_db_instances.py",
      CannedResponses.STATUS);

  private final String title;
  private final String artifact;
  private final String program;
  private final String script;
  private final String output;

  Task(String title, String artifact, String program, String script, String output) {
    this.title = title;
    this.artifact = artifact;
    this.program = program;
    this.script = script;
    this.output = output;
  }

  String title() {
    return title;
  }

  /** Returns its name in the command's options. */
  String option() {
    return name().replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Whether there are programs with the styles of calls of boto4j-typed. */
  boolean isTyped() {
    return this != GET_OBJECT;
  }

  /** Returns the artifact of AWS SDK 2.x. */
  String artifact() {
    return artifact;
  }

  /** Returns the suffix of the names of the contestants' classes. */
  String program() {
    return program;
  }

  /** Returns the name of boto3's program. */
  String script() {
    return script;
  }

  /** Returns the value that a contestant must print. */
  String output() {
    return output;
  }
}
