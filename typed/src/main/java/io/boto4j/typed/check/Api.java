package io.boto4j.typed.check;

/** The names of the classes whose calls are checked. */
final class Api {
  static final String AWS_CLIENT = "io.boto4j.spring.AwsClient";
  static final String CLIENT = "io.boto4j.Client";
  static final String COLLECTION = "io.boto4j.resource.ResourceCollection";
  static final String ITEMS = "io.boto4j.Items";
  static final String PAGES = "io.boto4j.Pages";
  static final String PAGINATOR = "io.boto4j.Paginator";
  static final String PARAMS = "io.boto4j.Params";
  static final String RESOURCE = "io.boto4j.resource.Resource";
  static final String SESSION = "io.boto4j.Session";
  static final String STRUCTURE = "io.boto4j.Structure";
  static final String STUBBER = "io.boto4j.testing.Stubber";
  static final String WAITER = "io.boto4j.Waiter";

  private Api() {}
}
