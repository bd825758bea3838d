package io.boto4j.examples.boto3;

import io.boto4j.local.LocalAws;
import java.net.URI;

/** The AWS that the programs of this package call. Nothing else here knows which one it is. */
final class Engine implements AutoCloseable {
  private LocalAws aws = LocalAws.start();

  URI endpoint() {
    return aws.endpoint();
  }

  /** Begins again with an AWS in which nothing has been created. */
  void reset() {
    aws.close();
    aws = LocalAws.start();
  }

  @Override
  public void close() {
    aws.close();
  }
}
