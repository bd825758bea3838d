package io.boto4j.resource;

import io.boto4j.error.ServiceException;
import java.util.List;

/** The errors by which services report that something does not exist. */
final class NotFoundErrors {
  private static final List<String> MARKS =
      List.of("NotFound", "NoSuch", "NonExistent", "NotExist", "DoesNotExist", "UnknownResource");

  private NotFoundErrors() {}

  static boolean include(ServiceException error) {
    if (error.statusCode() == 404) {
      return true;
    }
    for (String mark : MARKS) {
      if (error.code().contains(mark)) {
        return true;
      }
    }
    // CloudFormation and others report it as an invalid parameter.
    return error.code().equals("ValidationError") && error.message().contains("does not exist");
  }
}
