import language from '../../../../../translations/en.json?more';

export const words = language.more;
