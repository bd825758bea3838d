package io.boto4j.benchmarks.coldstart;

import java.util.Locale;

/** What a contestant does once, each over another protocol: JSON, REST with XML, Query. */
enum Task {
  GET_ITEM("DynamoDB GetItem", "dynamodb", "GetItem", "boto3_get_item.py", CannedServer.EMAIL),
  GET_OBJECT("S3 GetObject", "s3", "GetObject", "boto3_get_object.py", CannedAnswers.OBJECT),
  DESCRIBE_DB_INSTANCES(
      "RDS DescribeDBInstances",
      "rds",
      "DescribeDbInstances",
      "boto3_describe_db_instances.py",
      CannedAnswers.STATUS);

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

  /** As the command's options name it. */
  String option() {
    return name().replace("_", "").toLowerCase(Locale.ROOT);
  }

  /** Of AWS SDK 2.x. */
  String artifact() {
    return artifact;
  }

  /** How the names of the contestants' classes end. */
  String program() {
    return program;
  }

  /** boto3's program. */
  String script() {
    return script;
  }

  /** What a contestant must print. */
  String output() {
    return output;
  }
}
