"""What a family of four in an Indian city spends on, and when: the tables of the made-up household.

Amounts are in paise, written so that the rupees can be read: `824_82` is ₹824.82.
"""

# ruff: noqa: E501  a table reads best with a row a line

from __future__ import annotations

from dataclasses import dataclass

EVERY_MONTH = tuple(range(1, 13))


@dataclass(frozen=True)
class Bill:
    """Something paid on a fixed day of some months.

    Parameters
    ----------
    description, category, tags
        As the app has them.
    day
        Of the month.
    low, high
        Between which the amount lies; the same for a fixed price.
    months
        In which it is paid.
    """

    description: str
    category: str
    tags: tuple[str, ...]
    day: int
    low: int
    high: int
    months: tuple[int, ...] = EVERY_MONTH


@dataclass(frozen=True)
class Habit:
    """Something bought now and then.

    Parameters
    ----------
    descriptions
        One of which describes it.
    category, tags
        As the app has them.
    weekdays, weekends
        The chance of it on such a day.
    low, high
        Between which the amount lies.
    step
        What the amount is a multiple of: shops round, apps do not.
    """

    descriptions: tuple[str, ...]
    category: str
    tags: tuple[str, ...]
    weekdays: float
    weekends: float
    low: int
    high: int
    step: int = 1_00


@dataclass(frozen=True)
class Occasion:
    """Something bought for a festival.

    Parameters
    ----------
    festival
        Its name in `local.festivals.Festivals`.
    days_before
        When it is bought.
    description, category, tags, low, high
        As for a bill.
    """

    festival: str
    days_before: int
    description: str
    category: str
    tags: tuple[str, ...]
    low: int
    high: int


SUMMER = (4, 5, 6)
NOT_SUMMER = tuple(month for month in EVERY_MONTH if month not in SUMMER)
QUARTERS = (1, 4, 7, 10)

BUDGETS = {
    "groceries": 12_000_00,
    "food-dining": 8_000_00,
    "fuel": 3_500_00,
    "shopping": 7_500_00,
    "entertainment": 1_500_00,
    "transport": 2_500_00,
}
"""What they mean to spend in a month: kept in some, missed in others."""

BILLS = (
    Bill("Rent", "rent", ("upi",), 1, 26_000_00, 26_000_00),
    Bill("Cook", "household-help", ("cash",), 2, 4_500_00, 4_500_00),
    Bill("Maid", "household-help", ("cash",), 2, 3_200_00, 3_200_00),
    Bill("Newspaper and milk, last month", "groceries", ("upi", "milk"), 3, 2_450_00, 2_900_00),
    Bill("To parents", "family", ("upi",), 3, 8_000_00, 8_000_00),
    Bill("Society maintenance", "utilities-recharge", ("upi", "home"), 5, 2_850_00, 2_850_00),
    Bill("SIP, index fund", "investments", ("sip",), 5, 10_000_00, 10_000_00),
    Bill("PPF", "investments", ("ppf",), 5, 5_000_00, 5_000_00),
    Bill("Broadband", "utilities-recharge", ("internet",), 6, 824_82, 824_82),
    Bill("Mathematics tuition", "education", ("school",), 7, 2_500_00, 2_500_00),
    Bill("Electricity", "utilities-recharge", ("electricity",), 9, 1_150_00, 1_900_00, NOT_SUMMER),
    Bill("Electricity", "utilities-recharge", ("electricity",), 9, 2_700_00, 4_300_00, SUMMER),
    Bill("School fees, quarter", "education", ("school",), 10, 21_500_00, 21_500_00, QUARTERS),
    Bill("School books and uniform", "education", ("school",), 12, 5_200_00, 7_400_00, (4,)),
    Bill("Streaming, family plan", "entertainment", ("subscription",), 12, 299_00, 299_00),
    Bill("Music, family plan", "entertainment", ("subscription",), 14, 179_00, 179_00),
    Bill("Prepaid, 84 days", "utilities-recharge", ("mobile",), 16, 859_00, 859_00, (2, 5, 8, 11)),
    Bill("Recharge, parents", "utilities-recharge", ("mobile",), 18, 299_00, 299_00),
    Bill("LPG cylinder", "utilities-recharge", ("lpg",), 21, 902_50, 902_50, (1, 3, 5, 7, 9, 11)),
    Bill("Pest control", "household-help", ("home",), 23, 1_100_00, 1_100_00, (6, 11)),
    Bill("Term life insurance", "insurance", ("yearly",), 15, 14_868_00, 14_868_00, (3,)),
    Bill("Health insurance", "insurance", ("yearly",), 20, 27_140_00, 27_140_00, (9,)),
    Bill("Scooter insurance", "insurance", ("yearly",), 8, 1_546_00, 1_546_00, (8,)),
    Bill("Property tax", "taxes-fees", ("yearly",), 17, 4_380_00, 4_380_00, (4,)),
    Bill("Income tax return, accountant", "taxes-fees", ("yearly",), 24, 1_500_00, 1_500_00, (7,)),
    Bill("Train tickets home", "travel", ("train",), 11, 5_460_00, 6_320_00, (5, 12)),
    Bill("Hotel, hill station", "travel", ("holiday",), 26, 14_500_00, 19_800_00, (5,)),
    Bill("Weekend trip", "travel", ("holiday",), 27, 6_800_00, 9_900_00, (12,)),
    Bill("Birthday party", "family", ("birthday",), 19, 7_500_00, 9_800_00, (2, 9)),
)

HABITS = (
    Habit(("Vegetables", "Fruit", "Vegetables and fruit"), "groceries", ("cash",), 0.34, 0.5, 60_00, 420_00, 5_00),
    Habit(("Kirana store", "Atta, dal and oil"), "groceries", ("upi",), 0.16, 0.2, 150_00, 1_400_00),
    Habit(("Groceries, app", "Groceries, ten minutes"), "groceries", ("upi",), 0.13, 0.16, 180_00, 1_350_00, 50),
    Habit(("Eggs and bread", "Curd and paneer"), "groceries", ("cash",), 0.2, 0.2, 40_00, 190_00, 5_00),
    Habit(("Chai", "Chai and samosa", "Filter coffee"), "food-dining", ("cash", "office"), 0.55, 0.12, 15_00, 90_00, 5_00),
    Habit(("Lunch, office canteen", "Thali", "Dosa"), "food-dining", ("upi", "office"), 0.4, 0, 70_00, 220_00, 10_00),
    Habit(("Biryani, delivered", "Pizza, delivered"), "food-dining", ("delivery",), 0.07, 0.22, 320_00, 980_00),
    Habit(("Dinner out", "Family lunch out"), "food-dining", ("eating out",), 0.02, 0.26, 900_00, 2_600_00, 10_00),
    Habit(("Sweets", "Ice cream", "Chaat"), "food-dining", ("cash",), 0.09, 0.3, 60_00, 380_00, 10_00),
    Habit(("Metro", "Metro card"), "transport", ("metro", "office"), 0.3, 0.08, 30_00, 200_00, 10_00),
    Habit(("Auto", "Cab", "Bus"), "transport", ("upi",), 0.34, 0.24, 40_00, 360_00),
    Habit(("Petrol",), "fuel", ("scooter",), 0.1, 0.1, 250_00, 520_00, 10_00),
    Habit(("Petrol, car", "FASTag"), "fuel", ("car",), 0.02, 0.12, 500_00, 2_500_00, 100_00),
    Habit(("Medicines", "Pharmacy"), "health", ("upi",), 0.07, 0.07, 80_00, 950_00),
    Habit(("Paediatrician", "Dentist", "Blood test"), "health", ("doctor",), 0.015, 0.03, 500_00, 1_900_00, 50_00),
    Habit(("Cinema", "Bowling", "Zoo"), "entertainment", ("family",), 0, 0.08, 600_00, 1_700_00, 10_00),
    Habit(("Clothes", "Shoes", "School bag"), "shopping", ("upi",), 0.02, 0.1, 500_00, 3_800_00),
    Habit(("Online order", "Kitchen things", "Toys"), "shopping", ("online",), 0.07, 0.08, 199_00, 2_400_00),
    Habit(("Stationery", "Craft material"), "education", ("school", "cash"), 0.05, 0.05, 30_00, 320_00, 5_00),
    Habit(("Haircut", "Salon"), "other", ("cash",), 0.01, 0.08, 150_00, 1_200_00, 50_00),
    Habit(("Ironing", "Dry cleaning"), "household-help", ("cash",), 0.06, 0.09, 80_00, 360_00, 10_00),
    Habit(("Plumber", "Electrician", "Water purifier service"), "household-help", ("home",), 0.012, 0.03, 300_00, 1_800_00, 50_00),
    Habit(("Bank charges", "Parking"), "taxes-fees", (), 0.02, 0.03, 20_00, 240_00, 10_00),
    Habit(("Wedding gift", "Birthday gift"), "festivals-gifts", ("gift",), 0.01, 0.05, 501_00, 2_501_00, 500_00),
)  # fmt: skip

OCCASIONS = (
    Occasion(
        "sankranti", 1, "Til, jaggery and kites", "festivals-gifts", ("sankranti",), 450_00, 900_00
    ),
    Occasion("holi", 1, "Colours and gujiya", "festivals-gifts", ("holi",), 700_00, 1_400_00),
    Occasion("rakhi", 2, "Rakhi and sweets", "festivals-gifts", ("rakhi",), 900_00, 1_800_00),
    Occasion("rakhi", 0, "Shagun for sisters", "festivals-gifts", ("rakhi",), 2_100_00, 2_100_00),
    Occasion(
        "ganesh", 1, "Ganesh idol and flowers", "festivals-gifts", ("ganesh",), 1_200_00, 2_600_00
    ),
    Occasion("ganesh", 0, "Modak", "festivals-gifts", ("ganesh",), 400_00, 750_00),
    Occasion(
        "dussehra", 0, "Marigolds and sweets", "festivals-gifts", ("dussehra",), 500_00, 950_00
    ),
    Occasion("diwali", 12, "New clothes for all", "shopping", ("diwali",), 7_800_00, 12_500_00),
    Occasion("diwali", 9, "Washing machine, sale", "shopping", ("diwali",), 18_990_00, 24_490_00),
    Occasion(
        "diwali", 6, "Painting the balcony", "household-help", ("diwali",), 2_500_00, 4_000_00
    ),
    Occasion(
        "diwali", 4, "Bonus for cook and maid", "household-help", ("diwali",), 7_700_00, 7_700_00
    ),
    Occasion(
        "diwali", 3, "Gift boxes for neighbours", "festivals-gifts", ("diwali",), 3_200, 5_600
    ),
    Occasion(
        "diwali", 2, "Gold coin, Dhanteras", "investments", ("diwali", "gold"), 12_600, 14_900
    ),
    Occasion(
        "diwali", 1, "Diyas, lights and rangoli", "festivals-gifts", ("diwali",), 900_00, 1_900_00
    ),
    Occasion(
        "diwali", 0, "Sweets and dry fruit", "festivals-gifts", ("diwali",), 1_800_00, 3_400_00
    ),
    Occasion("christmas", 1, "Plum cake", "festivals-gifts", ("christmas",), 450_00, 850_00),
)
