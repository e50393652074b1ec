"""The other side of the privacy benchmarks: `python privacy.py PART SIZE` prints processor seconds.

The parts are those of `make bench`. What a library needs once (importing it, building the measurement, making its input)
is not counted.
"""

import sys
import time


def opendp():
    import opendp.prelude as dp

    dp.enable_features("contrib")
    return dp


def laplace(size):
    """Discrete Laplace noise of scale 10 on a vector of integers."""
    dp = opendp()
    noise = dp.m.make_laplace(dp.vector_domain(dp.atom_domain(T=int)), dp.l1_distance(T=int), scale=10.0)
    values = [0] * size
    return lambda: noise(values)


def gaussian(size):
    """Discrete Gaussian noise of sigma 10 on a vector of integers."""
    dp = opendp()
    noise = dp.m.make_gaussian(dp.vector_domain(dp.atom_domain(T=int)), dp.l2_distance(T=float), scale=10.0)
    values = [0] * size
    return lambda: noise(values)


def selection(size):
    """Keys with counts from 1 to 40, shown from a noisy threshold on: OpenDP has no truncated geometric rule."""
    dp = opendp()
    domain = dp.map_domain(dp.atom_domain(T=int), dp.atom_domain(T=int))
    metric = dp.l01inf_distance(dp.absolute_distance(T=int))
    select = dp.m.make_laplace_threshold(domain, metric, scale=1.0, threshold=20)
    counts = {key: 1 + key % 40 for key in range(size)}
    return lambda: select(counts)


def composition(size):
    """The epsilon at delta 1e-6 of so many Laplace releases of epsilon 0.1 each, by dp-accounting's default grid."""
    from dp_accounting.pld import privacy_loss_distribution as pld

    def compose():
        one = pld.from_laplace_mechanism(parameter=10.0, value_discretization_interval=1e-4)
        return one.self_compose(size).get_epsilon_for_delta(1e-6)

    return compose


def main():
    parts = {part.__name__: part for part in (laplace, gaussian, selection, composition)}
    if len(sys.argv) != 3 or sys.argv[1] not in parts:
        print(__doc__, file=sys.stderr)
        return 64
    run = parts[sys.argv[1]](int(sys.argv[2]))
    if sys.argv[1] == "composition":
        # The first call fills caches of the numerical libraries.
        run()
    start = time.process_time()
    run()
    print(time.process_time() - start)
    return 0


if __name__ == "__main__":
    sys.exit(main())
