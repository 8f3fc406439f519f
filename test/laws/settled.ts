// When an instant is over: nobody is left waiting for what could take them, nothing is locked, and nothing that was due has been missed.
import { UNLIMITED } from '../../engine/index.ts';
import { Standing } from './standing.ts';

const NEAR = 1e-7;

export class Settled extends Standing {
  protected settled(day: number): void {
    if (day >= this.network.runDays) return;
    const { network } = this;
    const length = this.places.map(() => 0);
    for (const person of this.here) {
      const who = `person ${person.serial} at ${this.name(person.held)}`;
      if (person.endDay < day - NEAR) this.fault(`${who}: should have been ready on ${person.endDay}`);
      if (person.waits && person.reserved < 0 && Math.min(person.givesUpDay, person.risesDay) < day - NEAR)
        this.fault(`${who}: gives up on ${person.givesUpDay}, rises on ${person.risesDay}`);
      if (person.reserved >= 0) {
        const target = person.reserved;
        if (person.preparedDay <= day && this.mayLeave(person, day) && this.admits[target].isOpen(day))
          this.fault(`${who}: is ready to move to ${this.name(target)} and kept waiting`);
      }
      for (const { station } of person.turns) {
        length[station]++;
        // A further stay where they are needs no place but their own.
        const free =
          station === person.held ||
          (this.mayBeGiven(person, station, day) &&
            this.hasPlace(station) &&
            this.admits[station].isOpen(day) &&
            this.hasStarts(station, day) &&
            this.visitsLeft(station, day, person) >= -1e-10);
        if (free) this.fault(`${who}: waits for ${this.name(station)}, which could take them`);
      }
    }
    this.turning.forEach((ends, station) => {
      const told = this.toldTurning.get(station) ?? 0;
      if (told !== ends.length)
        this.fault(`${this.name(station)}: ${told} places are said to be made ready, not ${ends.length}`);
    });
    if (this.locked().size > 0) this.fault(`locked: ${[...this.locked()].map((s) => this.name(s)).join()}`);
    this.lookAtSurge(day, length);
    this.places.forEach((_, station) => {
      const room = network.waitingRoom[station];
      if (room >= 0 && this.outside(station).length > room)
        this.fault(`${this.name(station)}: more wait outside than there is room for`);
    });
    network.streams.forEach((stream, at) => {
      if (stream.alwaysWaiting === 0) return;
      const waiting = [...this.here].filter(
        (person) => person.stream === at && person.askedBy === ~at && person.waits && person.reserved < 0,
      ).length;
      const wanted = stream.alwaysWaiting - (this.lostFrom.get(at) ?? 0);
      if (waiting !== wanted) this.fault(`${waiting} always wait, not ${wanted}`);
    });
  }

  protected lookAtSurge(day: number, length: readonly number[]): void {
    const { surgePlaces, surgeOpenAt, surgeCloseAt, surgeMinDays } = this.networkAt(day);
    this.places.forEach((_, station) => {
      if (surgePlaces[station] === 0 || this.places[station] === UNLIMITED) return;
      const opened = this.surgeOpenedDay[station];
      if (Number.isNaN(opened)) {
        if (length[station] >= surgeOpenAt[station])
          this.fault(`${this.name(station)}: ${length[station]} wait and no surge place opens`);
      } else if (length[station] <= surgeCloseAt[station] && day >= opened + surgeMinDays[station])
        this.fault(`${this.name(station)}: surge places stay open though ${length[station]} wait`);
    });
  }
}
