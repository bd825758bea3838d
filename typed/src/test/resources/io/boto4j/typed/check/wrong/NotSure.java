import io.boto4j.Client;
import io.boto4j.Session;

class NotSure {
  Client sqs = Session.create().client("sqs");

  void wrong() {
    sqs.call("SendMesage");
  }
}
