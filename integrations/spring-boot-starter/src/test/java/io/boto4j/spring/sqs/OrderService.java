package io.boto4j.spring.sqs;

/** The service of the listeners in {@link OrderListeners}. */
interface OrderService {
  void accept(String order);
}
